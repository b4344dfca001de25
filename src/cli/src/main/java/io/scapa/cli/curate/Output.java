package io.scapa.cli.curate;

import io.scapa.cli.InputException;
import io.scapa.provenance.ContentHash;
import io.scapa.storage.s3.S3Access;
import io.scapa.storage.s3.S3Client;
import io.scapa.storage.s3.S3Dataset;
import io.scapa.storage.s3.S3Location;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a dataset goes: a folder, or object storage by way of a folder of the system's for temporary files. */
final class Output {
    private final Path folder;
    private final @Nullable S3Dataset storage;

    private Output(Path folder, @Nullable S3Dataset storage) {
        this.folder = folder;
        this.storage = storage;
    }

    /**
     * A place.
     *
     * @param target a folder, or {@code s3://bucket/prefix}
     * @throws InputException where it is neither, or nobody says how to reach object storage
     */
    static Output at(String target, Map<String, String> environment) {
        if (!target.startsWith("s3://")) {
            Path folder = Path.of(target);
            return new Output(folder, null);
        }
        try {
            S3Dataset storage =
                    new S3Dataset(new S3Client(S3Access.of(environment), Clock.systemUTC()), S3Location.parse(target));
            String name = ContentHash.ofCleanText(target).hex().substring(0, 16);
            return new Output(Path.of(System.getProperty("java.io.tmpdir"), "scapa-outgoing", name), storage);
        } catch (IllegalArgumentException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()));
        }
    }

    /** The folder that is filled. */
    Path folder() {
        return folder;
    }

    /** Where rejected lines are written. */
    Path rejected() {
        return Path.of(folder + ".rejected.jsonl");
    }

    /** Whether the folder is but a stage on the way. */
    boolean remote() {
        return storage != null;
    }

    /**
     * Fails where something is there.
     *
     * @throws InputException where a dataset is there that may not be replaced
     */
    void requireFree(boolean replace) throws IOException {
        if (storage == null) {
            if (Files.exists(folder) && !replace) {
                throw InputException.of(folder, "a folder that does not exist yet is expected, or --replace");
            }
            return;
        }
        Files.createDirectories(folder.getParent());
        try {
            storage.requireFree(replace);
        } catch (FileAlreadyExistsException taken) {
            throw new InputException(taken.getFile() + ": " + taken.getReason());
        }
    }

    /** Puts the finished dataset where it belongs. */
    void publish(boolean replace) throws IOException {
        if (storage == null) {
            return;
        }
        storage.put(folder, replace);
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }

    @Override
    public String toString() {
        return storage == null ? folder.toAbsolutePath().normalize().toString() : storage.toString();
    }
}
