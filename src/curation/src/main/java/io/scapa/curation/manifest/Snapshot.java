package io.scapa.curation.manifest;

import io.scapa.curation.shard.Digests;
import io.scapa.curation.table.Bytes;
import io.scapa.curation.table.CandidateTable;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of everything that went in.
 *
 * @param sha256 over the sources' own hashes
 * @param sources each source, by name
 * @param releases how many candidates each detector release assessed
 */
public record Snapshot(String sha256, List<SourceInput> sources, Map<String, Long> releases) {
    public Snapshot {
        sources = List.copyOf(sources);
        releases = java.util.Collections.unmodifiableMap(new TreeMap<>(releases));
    }

    /** Takes the snapshot of a table, given its rows in the order of their ids. */
    public static Snapshot of(CandidateTable table, int[] byId) {
        Map<String, Running> sources = new TreeMap<>();
        Map<String, Long> releases = new TreeMap<>();
        for (int row : byId) {
            sources.computeIfAbsent(table.source(row), name -> new Running()).add(table, row);
            releases.merge(table.release(row), 1L, Long::sum);
        }
        StringBuilder all = new StringBuilder();
        List<SourceInput> inputs = sources.entrySet().stream()
                .map(entry -> entry.getValue().finish(entry.getKey()))
                .toList();
        inputs.forEach(input ->
                all.append(input.source()).append('\0').append(input.sha256()).append('\n'));
        return new Snapshot(Digests.of(all.toString().getBytes(StandardCharsets.UTF_8)), inputs, releases);
    }

    /** One source while it is summed. */
    private static final class Running {
        private final MessageDigest digest = ContentHash.sha256();
        private final byte[] number = new byte[8];
        private long documents;
        private long tokens;

        private void add(CandidateTable table, int row) {
            byte[] id = table.idBytes(row);
            number(id.length);
            digest.update(id);
            digest.update(table.contentBytes(row));
            number(table.tokens(row));
            for (Pool pool : Pool.values()) {
                number(table.pool(row, pool));
            }
            documents++;
            tokens += table.tokens(row);
        }

        private void number(long value) {
            Bytes.put(number, 0, value);
            digest.update(number);
        }

        private SourceInput finish(String name) {
            return new SourceInput(name, documents, tokens, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
