package io.scapa.curation.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.shard.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every listed file is there with its size and hash, and there is no other. */
final class FileChecks {
    private static final Set<String> UNLISTED =
            Set.of("manifest.json", "run.json", "manifest.intoto.jsonl", "lineage.json");

    private final Path folder;
    private final JsonNode manifest;
    private final Findings findings;

    FileChecks(Path folder, JsonNode manifest, Findings findings) {
        this.folder = folder;
        this.manifest = manifest;
        this.findings = findings;
    }

    /** Checks all and returns the listed shards that exist, in order. */
    List<JsonNode> check() throws IOException {
        List<JsonNode> shards = new ArrayList<>();
        Set<String> listed = new TreeSet<>(UNLISTED);
        for (String list : new String[] {"shards", "files"}) {
            for (JsonNode entry : manifest.path(list)) {
                String path = entry.path("path").asText();
                listed.add(path);
                if (checkFile(path, entry) && list.equals("shards")) {
                    shards.add(entry);
                }
            }
        }
        checkNoOther(listed);
        return shards;
    }

    private boolean checkFile(String path, JsonNode entry) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (path.isEmpty() || !file.startsWith(folder.normalize())) {
            findings.add("path of " + path, false, "a listed path must lie inside the dataset");
            return false;
        }
        if (!Files.isRegularFile(file)) {
            findings.add("presence of " + path, false, "the manifest lists it, it is missing");
            return false;
        }
        findings.equal("size of " + path, entry.path("bytes").asLong(-1), Files.size(file));
        findings.equal("sha256 of " + path, entry.path("sha256").asText(), Digests.ofFile(file));
        return true;
    }

    private void checkNoOther(Set<String> listed) throws IOException {
        List<String> other = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!listed.contains(path)) {
                    other.add(path);
                }
            }
        }
        findings.add(
                "no unlisted file",
                other.isEmpty(),
                other.isEmpty() ? "none" : "not in the manifest: " + String.join(", ", other));
    }
}
