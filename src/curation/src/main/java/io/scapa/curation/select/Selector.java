package io.scapa.curation.select;

import io.scapa.curation.plan.CellKey;
import io.scapa.curation.plan.PlannedCell;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.IndexSort;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws documents cell by cell in the order of their draw keys until the cell's tokens are met, stopping on whichever side of
 * the last document lies nearer. A larger budget draws a superset; a document more or less changes nothing but the end.
 */
public final class Selector {
    private final CandidateTable table;
    private final int[] kept;

    /**
     * A selector over the rows that survived dedup.
     *
     * @param table the candidates
     * @param kept the rows that may be drawn, in any order
     */
    public Selector(CandidateTable table, int[] kept) {
        this.table = table;
        this.kept = kept;
    }

    /** Draws what a plan asks for. */
    public Selection draw(List<PlannedCell> plan) {
        Map<CellKey, Long> budgets = new HashMap<>();
        plan.forEach(cell -> budgets.put(cell.cell().key(), cell.tokens()));
        byte[] copies = new byte[table.size()];
        int[][] byCell = rowsByCell();
        BudgetHistogram histogram = new BudgetHistogram();
        for (int cell = 0; cell < byCell.length; cell++) {
            long budget = budgets.getOrDefault(table.cellKey(cell), 0L);
            drawCell(byCell[cell], budget, copies, histogram);
        }
        return Selection.of(table, copies);
    }

    private void drawCell(int[] rows, long budget, byte[] copies, BudgetHistogram histogram) {
        long whole = 0;
        histogram.clear();
        for (int row : rows) {
            whole += table.tokens(row);
            histogram.add(table.draw(row), table.tokens(row));
        }
        if (whole == 0 || budget <= 0) {
            return;
        }
        byte passes = (byte) Math.min(Byte.MAX_VALUE - 1, budget / whole);
        long rest = budget - passes * whole;
        BudgetHistogram.Boundary boundary = histogram.boundary(rest);
        int[] ranked = new int[rows.length];
        int candidates = 0;
        for (int row : rows) {
            copies[row] += passes;
            int bucket = BudgetHistogram.bucket(table.draw(row));
            if (rest > 0 && bucket < boundary.bucket()) {
                copies[row]++;
            } else if (rest > 0 && bucket == boundary.bucket()) {
                ranked[candidates++] = row;
            }
        }
        fill(Arrays.copyOf(ranked, candidates), rest - boundary.tokensBelow(), copies);
    }

    /** Ranks the boundary's bucket and takes documents until what is left is met as nearly as whole documents can. */
    private void fill(int[] bucket, long left, byte[] copies) {
        IndexSort.sort(bucket, this::compareDraws);
        long open = left;
        for (int row : bucket) {
            if (table.tokens(row) - open > open) {
                return;
            }
            copies[row]++;
            open -= table.tokens(row);
            if (open <= 0) {
                return;
            }
        }
    }

    private int compareDraws(int a, int b) {
        int order = Long.compareUnsigned(table.draw(a), table.draw(b));
        return order != 0 ? order : table.compareIds(a, b);
    }

    private int[][] rowsByCell() {
        int[] counts = new int[table.cellCount()];
        for (int row : kept) {
            counts[table.cell(row)]++;
        }
        int[][] rows = new int[counts.length][];
        Arrays.setAll(rows, cell -> new int[counts[cell]]);
        for (int row : kept) {
            int cell = table.cell(row);
            rows[cell][--counts[cell]] = row;
        }
        return rows;
    }
}
