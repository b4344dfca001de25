package io.scapa.text.token.hf;

import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Finds tokenizers by name: a name that ends in {@code .json} is the path of a {@code tokenizer.json} file, any other that
 * of a built-in one. A file is read when first asked for, and again when it has changed. Safe for many threads.
 */
public final class TokenizerFiles implements Function<String, Tokenizer> {
    private static final String ENDING = ".json";

    private final Path folder;
    private final boolean confined;
    private final Map<Version, Tokenizer> loaded = new ConcurrentHashMap<>();

    private record Version(Path file, long bytes, FileTime changed) {}

    private TokenizerFiles(Path folder, boolean confined) {
        this.folder = folder.toAbsolutePath().normalize();
        this.confined = confined;
    }

    /** Files anywhere; relative paths start at a folder. */
    public static TokenizerFiles from(Path folder) {
        return new TokenizerFiles(folder, false);
    }

    /** Files below a folder only, links resolved: for names that others send. */
    public static TokenizerFiles within(Path folder) {
        return new TokenizerFiles(folder, true);
    }

    /** Whether a name means a file. */
    public static boolean isFile(String name) {
        return name.endsWith(ENDING);
    }

    /**
     * The tokenizer of a name.
     *
     * @throws IllegalArgumentException that says what is wrong: an unknown name, no such file, or a file that is no
     *     tokenizer.json or has a part that is not supported
     */
    @Override
    public Tokenizer apply(String name) {
        return isFile(name) ? read(name) : builtin(name);
    }

    private static Tokenizer builtin(String name) {
        try {
            return Tokenizers.named(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", or the path of a tokenizer.json file", e);
        }
    }

    private Tokenizer read(String name) {
        Path file = path(name);
        try {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("there is no file " + shown(name, file));
            }
            if (confined && !file.toRealPath().startsWith(folder.toRealPath())) {
                throw outside(name);
            }
            Version version = new Version(file, Files.size(file), Files.getLastModifiedTime(file));
            Tokenizer known = loaded.get(version);
            if (known == null) {
                known = HuggingFaceTokenizer.read(name, file);
                loaded.keySet().removeIf(old -> old.file().equals(file));
                loaded.put(version, known);
            }
            return known;
        } catch (IOException e) {
            throw new IllegalArgumentException("the file " + shown(name, file) + " cannot be read", e);
        }
    }

    private Path path(String name) {
        try {
            Path file = folder.resolve(name).normalize();
            if (confined && !file.startsWith(folder)) {
                throw outside(name);
            }
            return file;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + name + "' is no path", e);
        }
    }

    /** Others are not told where the folder lies. */
    private String shown(String name, Path file) {
        return confined ? name + " in the tokenizers' folder" : file.toString();
    }

    private static IllegalArgumentException outside(String name) {
        return new IllegalArgumentException(name + " lies outside the tokenizers' folder");
    }
}
