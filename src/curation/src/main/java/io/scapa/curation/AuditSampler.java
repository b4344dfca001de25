package io.scapa.curation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.audit.Audit;
import io.scapa.curation.audit.AuditKey;
import io.scapa.curation.plan.Cell;
import io.scapa.curation.plan.CellKey;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.IdIndex;
import io.scapa.curation.table.IndexSort;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.Pool;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws the documents that somebody should label: of each pool a number of documents, spread over its cells by their tokens,
 * and in each cell the first in the order of {@link AuditKey}. Documents that are labelled already are not asked for again.
 */
public final class AuditSampler {
    /** Fewer than this in a cell tell too little to be worth a person's time. */
    private static final int LEAST_PER_CELL = 10;

    private final Recipe recipe;
    private final Audit known;

    /**
     * A sampler.
     *
     * @param recipe whose cells and limits the audit is for
     * @param known labels that exist
     */
    public AuditSampler(Recipe recipe, Audit known) {
        this.recipe = recipe;
        this.known = known;
    }

    /**
     * The lines to label, each with an empty {@code label}, {@code by} and {@code on}, in an order that tells nothing.
     *
     * @param perPool how many documents of each pool should have a label in the end
     * @throws IOException where the candidates cannot be read
     */
    public List<ObjectNode> sample(CandidateSource given, int perPool, Progress progress) throws IOException {
        int threads = ExportOptions.standard().threads();
        CandidateSource source = EditedCandidates.of(recipe, given, threads);
        Scan scan = Scan.of(recipe, source, known, threads, progress);
        CandidateTable table = scan.table();
        int[] chosen = choose(scan, perPool);
        IdIndex index = new IdIndex(table, chosen);
        Map<Long, ObjectNode> lines = new TreeMap<>(Long::compareUnsigned);
        AuditKey key = new AuditKey();
        try (CandidateSource.Cursor cursor = source.open()) {
            for (Candidate candidate = cursor.next(); candidate != null; candidate = cursor.next()) {
                int row = index.find(candidate.id());
                if (row >= 0 && candidate.contentSha256().equals(table.contentSha256(row))) {
                    lines.put(key.of(table.contentBytes(row)), line(table, row, candidate));
                }
            }
        }
        return new ArrayList<>(lines.values());
    }

    private int[] choose(Scan scan, int perPool) {
        Map<CellKey, Integer> quotas = quotas(scan.cells(), perPool);
        CandidateTable table = scan.table();
        int[] kept = scan.fates().keptRows();
        long[] keys = new long[table.size()];
        AuditKey key = new AuditKey();
        for (int row : kept) {
            keys[row] = key.of(table.contentBytes(row));
        }
        IndexSort.sort(kept, (a, b) -> {
            int order = Long.compareUnsigned(keys[a], keys[b]);
            return order != 0 ? order : table.compareIds(a, b);
        });
        Map<CellKey, Integer> taken = new HashMap<>();
        return Arrays.stream(kept)
                .filter(row -> taken.merge(table.cellKey(table.cell(row)), 1, Integer::sum)
                        <= quotas.getOrDefault(table.cellKey(table.cell(row)), 0))
                .filter(row -> known.of(table.contentSha256(row)) == null)
                .toArray();
    }

    private static Map<CellKey, Integer> quotas(List<Cell> cells, int perPool) {
        Map<Pool, Long> tokens = new HashMap<>();
        cells.forEach(cell -> tokens.merge(cell.key().pool(), cell.tokens(), Long::sum));
        Map<CellKey, Integer> quotas = new HashMap<>();
        for (Cell cell : cells) {
            double part = (double) cell.tokens() / tokens.get(cell.key().pool());
            quotas.put(cell.key(), Math.max(LEAST_PER_CELL, (int) Math.ceil(part * perPool)));
        }
        return quotas;
    }

    private static ObjectNode line(CandidateTable table, int row, Candidate candidate) throws IOException {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("content_sha256", candidate.contentSha256().hex());
        line.putNull("label");
        line.putNull("by");
        line.putNull("on");
        line.put("id", candidate.id());
        line.put("source", candidate.source());
        line.put("cell", table.cellKey(table.cell(row)).id());
        line.put("alpha", Millionths.toProbability(table.pool(row, Pool.CURRENT_MODEL)));
        line.put("text", candidate.text().clean());
        return line;
    }
}
