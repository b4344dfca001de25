package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.Normal;
import java.util.ArrayList;
import java.util.List;

/** What each cell holds, summed over the rows that survived dedup. Sums are integers, so the order of rows does not show. */
public final class CellStatistics {
    private CellStatistics() {}

    /**
     * The cells of a table.
     *
     * @param table the candidates
     * @param kept the rows that may be drawn
     * @param recipe its confidence and epochs
     */
    public static List<Cell> of(CandidateTable table, int[] kept, Recipe recipe) {
        int cells = table.cellCount();
        long[][] pools = new long[cells][Pool.values().length];
        long[] upper = new long[cells];
        long[] tokens = new long[cells];
        long[] documents = new long[cells];
        int[] epochs = new int[cells];
        double shift = shift(recipe);
        for (int row : kept) {
            int cell = table.cell(row);
            long length = table.tokens(row);
            documents[cell]++;
            tokens[cell] += length;
            epochs[cell] = recipe.epochsOf(table.source(row));
            for (Pool pool : Pool.values()) {
                pools[cell][pool.ordinal()] += length * table.pool(row, pool);
            }
            double alpha = Millionths.toProbability(table.pool(row, Pool.CURRENT_MODEL));
            upper[cell] += length * Millionths.of(CalibrationShift.shifted(alpha, shift));
        }
        List<Cell> result = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            if (tokens[cell] > 0) {
                double unit = (double) tokens[cell] * Millionths.ONE;
                result.add(new Cell(
                        table.cellKey(cell),
                        documents[cell],
                        tokens[cell],
                        composition(pools[cell], unit),
                        upper[cell] / unit,
                        epochs[cell]));
            }
        }
        return result;
    }

    /** By how much posteriors are shifted upwards for the recipe's confidence; 0 where it asks for none. */
    static double shift(Recipe recipe) {
        if (recipe.maxAlpha() == null || recipe.maxAlpha().confidence() == null) {
            return 0;
        }
        return CalibrationShift.SD * Normal.quantile(recipe.maxAlpha().confidence());
    }

    private static PoolProbabilities composition(long[] sums, double unit) {
        return new PoolProbabilities(sums[0] / unit, sums[1] / unit, sums[2] / unit, sums[3] / unit);
    }
}
