package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.Pool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the service answered to the documents, added up by source. */
final class IngestTally {
    private static final int FAULTS_SHOWN = 3;
    private static final List<String> VERDICTS = List.of("HUMAN", "SYNTHETIC", "EDITED", "UNDETERMINED");

    private final Map<String, Row> bySource = new TreeMap<>();
    private final Map<Pool, Double> tokensByPool = new EnumMap<>(Pool.class);
    private final List<String> faults = new ArrayList<>();
    private long documents;
    private long known;
    private long rejected;
    private long tokens;

    private static final class Row {
        final Map<String, Long> verdicts = new TreeMap<>();
        long documents;
        long marked;
        double syntheticTokens;
        long tokens;
    }

    void answer(String source, JsonNode answer) {
        if (answer.path("status").asText().equals("rejected")) {
            JsonNode problem = answer.path("problem");
            fault(source + ": " + problem.path("detail").asText(problem.toString()));
            return;
        }
        documents++;
        known += answer.path("status").asText().equals("known") ? 1 : 0;
        int size = answer.path("tokens").asInt();
        tokens += size;
        for (Pool pool : Pool.values()) {
            tokensByPool.merge(
                    pool, size * answer.at("/provenance/pools/" + pool.symbol()).asDouble(), Double::sum);
        }
        Row row = bySource.computeIfAbsent(source, name -> new Row());
        row.documents++;
        row.tokens += size;
        row.syntheticTokens += size * answer.at("/synthetic/probability").asDouble();
        row.verdicts.merge(answer.at("/synthetic/verdict").asText(), 1L, Long::sum);
        row.marked += isMarked(answer) ? 1 : 0;
    }

    void unreadable(Path file, long line, String reason) {
        fault(file + ":" + line + ": " + reason);
    }

    private void fault(String words) {
        rejected++;
        if (faults.size() < FAULTS_SHOWN) {
            faults.add(words);
        }
    }

    /** A watermark test that human text passes once in a million. */
    private static boolean isMarked(JsonNode answer) {
        for (JsonNode evidence : answer.path("evidence")) {
            if (evidence.path("kind").asText().equals("WATERMARK")
                    && evidence.path("pValue").asDouble(1) < 1e-6) {
                return true;
            }
        }
        return false;
    }

    long documents() {
        return documents;
    }

    long known() {
        return known;
    }

    long rejected() {
        return rejected;
    }

    long tokens() {
        return tokens;
    }

    /** What was wrong with the first few lines that were not taken. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The share of a pool among all tokens, by the documents' pool probabilities. */
    double share(Pool pool) {
        return tokens == 0 ? 0 : tokensByPool.getOrDefault(pool, 0.0) / tokens;
    }

    TextTable table() {
        TextTable table = new TextTable(
                "source", "documents", "human", "synthetic", "edited", "undetermined", "P(synthetic)", "watermarked");
        bySource.forEach((source, row) -> {
            List<String> cells = new ArrayList<>(List.of(source, Long.toString(row.documents)));
            VERDICTS.forEach(
                    verdict -> cells.add(row.verdicts.getOrDefault(verdict, 0L).toString()));
            cells.add(String.format(Locale.ROOT, "%.3f", row.syntheticTokens / Math.max(1, row.tokens)));
            cells.add(Long.toString(row.marked));
            table.row(cells);
        });
        return table;
    }
}
