package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.ShareLimit;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.Normal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each cell holds, summed over the rows that survived dedup. Sums are integers, so the order of rows does not show. */
public final class CellStatistics {
    private final CandidateTable table;
    private final Recipe recipe;
    private final long[][] pools;
    private final long[] shiftedAlpha;
    private final long[] shiftedAlphaBeta;
    private final long[] tokens;
    private final long[] documents;
    private final int[] epochs;

    private CellStatistics(CandidateTable table, Recipe recipe) {
        this.table = table;
        this.recipe = recipe;
        int cells = table.cellCount();
        pools = new long[cells][Pool.values().length];
        shiftedAlpha = new long[cells];
        shiftedAlphaBeta = new long[cells];
        tokens = new long[cells];
        documents = new long[cells];
        epochs = new int[cells];
    }

    /**
     * What an audit says of the cells of a table, by number of the cell; null entries where nobody audited.
     *
     * @param alpha of alpha
     * @param alphaBeta of alpha and beta
     */
    public record AuditedBounds(
            @Nullable ShareBound[] alpha, @Nullable ShareBound[] alphaBeta) {}

    /**
     * The cells of a table.
     *
     * @param table the candidates
     * @param kept the rows that may be drawn
     * @param recipe its confidences and epochs
     * @param audited what an audit says, or null where there was none
     */
    public static List<Cell> of(CandidateTable table, int[] kept, Recipe recipe, @Nullable AuditedBounds audited) {
        CellStatistics statistics = new CellStatistics(table, recipe);
        double alpha = shift(recipe.maxAlpha());
        double both = shift(recipe.maxAlphaBeta());
        for (int row : kept) {
            statistics.add(row, alpha, both);
        }
        return statistics.cells(audited);
    }

    private void add(int row, double alphaShift, double bothShift) {
        int cell = table.cell(row);
        long length = table.tokens(row);
        documents[cell]++;
        tokens[cell] += length;
        epochs[cell] = recipe.epochsOf(table.source(row));
        for (Pool pool : Pool.values()) {
            pools[cell][pool.ordinal()] += length * table.pool(row, pool);
        }
        int alpha = table.pool(row, Pool.CURRENT_MODEL);
        int both = alpha + table.pool(row, Pool.PREVIOUS_GENERATION);
        shiftedAlpha[cell] += length * shifted(alpha, alphaShift);
        shiftedAlphaBeta[cell] += length * shifted(both, bothShift);
    }

    private List<Cell> cells(@Nullable AuditedBounds audited) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] > 0) {
                double unit = (double) tokens[i] * Millionths.ONE;
                double alpha = pools[i][0] / unit;
                double both = (pools[i][0] + pools[i][1]) / unit;
                ShareBound alphaBound = audited == null ? null : audited.alpha()[i];
                ShareBound bothBound = audited == null ? null : audited.alphaBeta()[i];
                cells.add(new Cell(
                        table.cellKey(i),
                        documents[i],
                        tokens[i],
                        new PoolProbabilities(alpha, pools[i][1] / unit, pools[i][2] / unit, pools[i][3] / unit),
                        alphaBound != null ? alphaBound : bound(alpha, shiftedAlpha[i] / unit),
                        bothBound != null ? bothBound : bound(both, shiftedAlphaBeta[i] / unit),
                        epochs[i]));
            }
        }
        return cells;
    }

    private static ShareBound bound(double mean, double shifted) {
        return new ShareBound(mean, Math.max(0, shifted - mean), 0, 0);
    }

    private static int shifted(int millionths, double shift) {
        return Millionths.of(CalibrationShift.shifted(Millionths.toProbability(millionths), shift));
    }

    /** By how much posteriors are shifted upwards for a limit's confidence; 0 where it asks for none. */
    private static double shift(@Nullable ShareLimit limit) {
        return limit == null || limit.confidence() == null
                ? 0
                : CalibrationShift.SD * Normal.quantile(limit.confidence());
    }
}
