package io.scapa.curation.select;

import io.scapa.curation.plan.CellKey;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.DrawKey;
import io.scapa.curation.table.IndexSort;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The documents of a dataset in its order: by the draw key of each document's pass. */
public final class Selection {
    private final int[] rows;
    private final byte[] passes;
    private final Map<CellKey, Long> tokensByCell;
    private final long tokens;
    private final int documents;

    private Selection(int[] rows, byte[] passes, Map<CellKey, Long> tokensByCell, long tokens, int documents) {
        this.rows = rows;
        this.passes = passes;
        this.tokensByCell = Collections.unmodifiableMap(tokensByCell);
        this.tokens = tokens;
        this.documents = documents;
    }

    /**
     * Orders chosen rows.
     *
     * @param table the candidates
     * @param copies how often each row is taken
     */
    static Selection of(CandidateTable table, byte[] copies) {
        int lines = 0;
        int documents = 0;
        for (byte copy : copies) {
            lines += copy;
            documents += copy > 0 ? 1 : 0;
        }
        int[] rows = new int[lines];
        byte[] passes = new byte[lines];
        long[] keys = new long[lines];
        long tokens = 0;
        int at = 0;
        Map<CellKey, Long> byCell = new TreeMap<>();
        for (int row = 0; row < copies.length; row++) {
            for (byte pass = 0; pass < copies[row]; pass++) {
                rows[at] = row;
                passes[at] = pass;
                keys[at++] = DrawKey.ofPass(table.draw(row), pass);
                tokens += table.tokens(row);
                byCell.merge(table.cellKey(table.cell(row)), (long) table.tokens(row), Long::sum);
            }
        }
        int[] order = new int[lines];
        Arrays.setAll(order, i -> i);
        IndexSort.sort(order, (a, b) -> {
            int byKey = Long.compareUnsigned(keys[a], keys[b]);
            int byId = byKey != 0 ? byKey : table.compareIds(rows[a], rows[b]);
            return byId != 0 ? byId : Byte.compare(passes[a], passes[b]);
        });
        int[] orderedRows = new int[lines];
        byte[] orderedPasses = new byte[lines];
        for (int i = 0; i < lines; i++) {
            orderedRows[i] = rows[order[i]];
            orderedPasses[i] = passes[order[i]];
        }
        return new Selection(orderedRows, orderedPasses, byCell, tokens, documents);
    }

    /** How many lines the dataset has, repetitions included. */
    public int lines() {
        return rows.length;
    }

    /** How many different documents it has. */
    public int documents() {
        return documents;
    }

    /** How many tokens it has, repetitions included. */
    public long tokens() {
        return tokens;
    }

    /** The row of a line. */
    public int row(int line) {
        return rows[line];
    }

    /** Which pass over its document a line is, from 0. */
    public int pass(int line) {
        return passes[line];
    }

    /** Tokens by cell. */
    public Map<CellKey, Long> tokensByCell() {
        return tokensByCell;
    }
}
