package io.scapa.cli.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What was seen when a corpus was first fetched, kept beside its files as {@code fetched.json}. Where the catalogue knows no
 * hash, this is what a later fetch of the same file is held against.
 */
final class FetchRecord {
    private static final String NAME = "fetched.json";

    private final Path file;
    private final ObjectNode seen;

    private FetchRecord(Path file, ObjectNode seen) {
        this.file = file;
        this.seen = seen;
    }

    /** The record of a folder, empty where nothing was fetched to it yet. */
    static FetchRecord of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        JsonNode node = Files.exists(file) ? Json.mapper().readTree(Files.readString(file)) : null;
        return new FetchRecord(
                file, node instanceof ObjectNode known ? known : Json.mapper().createObjectNode());
    }

    /** The file as the catalogue has it, with what was seen before in the place of what the catalogue does not know. */
    RemoteFile completed(RemoteFile remote) {
        JsonNode before = seen.path(remote.name());
        if (!before.path("url").asText().equals(remote.uri().toString())) {
            return remote;
        }
        return new RemoteFile(
                remote.name(),
                remote.uri(),
                remote.size() == null && before.has("size")
                        ? Long.valueOf(before.get("size").asLong())
                        : remote.size(),
                remote.sha256() == null && before.has("sha256")
                        ? before.get("sha256").asText()
                        : remote.sha256());
    }

    /** Keeps what was seen. */
    void keep(RemoteFile remote, Fetched fetched) throws IOException {
        seen.putObject(remote.name())
                .put("url", remote.uri().toString())
                .put("size", fetched.size())
                .put("sha256", fetched.sha256());
        Path fresh = file.resolveSibling(NAME + ".new");
        Files.writeString(fresh, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(seen) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
