package io.scapa.service.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.shard.Compression;
import io.scapa.curation.sign.Attestation;
import io.scapa.service.json.LineSplitter;
import io.scapa.text.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a finished dataset. */
final class DatasetFiles {
    private static final long LONGEST_LINE = 1L << 30;
    private static final String RUN = "run.json";

    private final Path folder;

    DatasetFiles(Path folder) {
        this.folder = folder;
    }

    /** Takes the lines of the dataset, one after the other. */
    @FunctionalInterface
    interface LineSink {
        void line(String shard, JsonNode line) throws IOException;
    }

    /** Its manifest. */
    JsonNode manifest() throws IOException {
        return Json.mapper().readTree(folder.resolve("manifest.json").toFile());
    }

    Path croissant() {
        return folder.resolve("croissant.json");
    }

    /** Where its signature lies, if it has one. */
    Path signature() {
        return folder.resolve(Attestation.FILE);
    }

    Path folder() {
        return folder;
    }

    Path card() {
        return folder.resolve("README.md");
    }

    /** Reads every line of every shard; memory holds one line. */
    void lines(List<String> shards, LineSink sink) throws IOException {
        for (String shard : shards) {
            Path file = folder.resolve(shard);
            try (InputStream in = new BufferedInputStream(Compression.decompress(shard, Files.newInputStream(file)))) {
                LineSplitter lines = new LineSplitter(in, LONGEST_LINE);
                for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
                    sink.line(shard, Json.mapper().readTree(line.bytes()));
                }
            }
        }
    }

    /** Every file that is a function of inputs, recipe and release, sorted by name: all but the facts of the run. */
    List<Path> all() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).toString().equals(RUN))
                    .sorted()
                    .toList();
        }
    }

    /** Their size together, in bytes. */
    long bytes() throws IOException {
        long bytes = 0;
        for (Iterator<Path> files = all().iterator(); files.hasNext(); ) {
            bytes += Files.size(files.next());
        }
        return bytes;
    }

    /** The name of a file within the dataset, with forward slashes. */
    String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
