package io.scapa.curation;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.shard.Digests;
import io.scapa.curation.verify.ShardReader;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A dataset that a new one changes as little as it can: after a take-down, with more documents, or under another detector
 * release. Draw keys stay, so that of each cell the same documents are taken as far as its tokens go.
 */
public final class EarlierDataset {
    private final Path folder;
    private final String manifestSha256;
    private final Map<String, Long> tokensByCell = new TreeMap<>();
    private final List<Path> shards = new ArrayList<>();

    private EarlierDataset(Path folder) throws IOException {
        this.folder = folder;
        Path file = folder.resolve("manifest.json");
        this.manifestSha256 = Digests.ofFile(file);
        JsonNode manifest = Json.mapper().readTree(Files.readAllBytes(file));
        manifest.path("cells")
                .forEach(cell -> tokensByCell.put(
                        cell.path("cell").asText(), cell.path("realised").asLong()));
        manifest.path("shards")
                .forEach(shard -> shards.add(folder.resolve(shard.path("path").asText())));
    }

    /**
     * The dataset in a folder.
     *
     * @throws IOException where it holds no readable manifest
     */
    public static EarlierDataset in(Path folder) throws IOException {
        return new EarlierDataset(folder);
    }

    /** SHA-256 of its manifest. */
    public String manifestSha256() {
        return manifestSha256;
    }

    /** The tokens that it took of each cell, by the cell's name. */
    public Map<String, Long> tokensByCell() {
        return tokensByCell;
    }

    /** Gives the id of each of its documents once, in its order. */
    void ids(Consumer<String> sink) throws IOException {
        for (Path shard : shards) {
            ShardReader.read(shard, (number, line) -> {
                if (line.path("epoch").asInt(1) == 1) {
                    sink.accept(line.path("id").asText());
                }
            });
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
