package io.scapa.curation.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The files that a list of inputs stands for: a file is itself, a folder its files of documents in the order of their names, an
 * {@code s3://bucket/prefix} every object under it, fetched to a local folder. What was fetched before is not fetched again, and a fetch
 * that was cut off goes on where it ended.
 */
public final class Inputs {
    private final Path fetched;
    private final Supplier<ObjectStorage> storage;

    /**
     * Inputs.
     *
     * @param fetched where objects are kept
     * @param storage asked for where an {@code s3://} input is given
     */
    public Inputs(Path fetched, Supplier<ObjectStorage> storage) {
        this.fetched = fetched;
        this.storage = storage;
    }

    /**
     * The files of inputs, in their order.
     *
     * @throws IOException where one is not there or cannot be fetched; the message names it
     */
    public List<Path> files(List<String> inputs) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String input : inputs) {
            if (input.startsWith("s3://")) {
                files.addAll(objects(input));
            } else if (Files.isDirectory(Path.of(input))) {
                files.addAll(folder(Path.of(input)));
            } else {
                files.add(Path.of(input));
            }
        }
        return files;
    }

    private static List<Path> folder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(InputFormat::isKnown)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new NoSuchFileException(
                        folder.toString(), null, "a folder without a file of documents (.jsonl, .parquet, .warc)");
            }
            return files;
        }
    }

    private List<Path> objects(String input) throws IOException {
        ObjectStorage open = storage.get();
        List<Path> files = new ArrayList<>();
        for (String key : open.keys(input)) {
            if (input.endsWith("/" + key) || InputFormat.isKnown(Path.of(key))) {
                files.add(open.fetch(input, key, fetched));
            }
        }
        if (files.isEmpty()) {
            throw new NoSuchFileException(input, null, "no object of documents there");
        }
        return files;
    }
}
