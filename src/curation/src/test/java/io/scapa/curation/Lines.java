package io.scapa.curation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.curation.shard.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what an export wrote. */
public final class Lines {
    private Lines() {}

    /** The lines of all shards in order. */
    public static List<String> of(Path dataset) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(dataset.resolve("train"))) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(read(file));
            }
        }
        return lines;
    }

    /** The ids of all lines. */
    public static Set<String> ids(Path dataset) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String line : of(dataset)) {
            ids.add(new ObjectMapper().readTree(line).path("id").asText());
        }
        return ids;
    }

    /** The lines of one file. */
    public static List<String> read(Path file) throws IOException {
        try (InputStream in = Compression.decompress(file.toString(), Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
