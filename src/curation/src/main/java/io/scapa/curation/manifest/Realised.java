package io.scapa.curation.manifest;

import io.scapa.curation.plan.CalibrationShift;
import io.scapa.curation.plan.Limit;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.Target;
import io.scapa.curation.select.Selection;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import io.scapa.statistics.Normal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a selection is made of.
 *
 * <p>The interval of a share has two parts: all posteriors of the dataset shifted together by their assumed calibration error
 * ({@link CalibrationShift}), and the draw of each document's true origin given its posterior, whose variance is the sum of
 * {@code tokens^2 p (1 - p)}. Without an audit this rests on the detector alone.
 *
 * @param mixture expected shares
 * @param pools the same with targets and intervals, in the order of {@link Pool}
 * @param limits what came of the recipe's limits
 * @param splitWithoutDate share of the tokens whose pool was split by a prior for want of a date
 * @param sources what it took of each source, most tokens first
 */
public record Realised(
        Mixture mixture,
        List<PoolShare> pools,
        List<LimitOutcome> limits,
        double splitWithoutDate,
        List<SourceShare> sources) {
    /** Confidence of the intervals. */
    private static final double CONFIDENCE = 0.95;

    public Realised {
        pools = List.copyOf(pools);
        limits = List.copyOf(limits);
        sources = List.copyOf(sources);
    }

    /** Sums a selection; it must not be empty. */
    public static Realised of(CandidateTable table, Selection selection, Recipe recipe, Plan plan) {
        double z = Normal.quantile((1 + CONFIDENCE) / 2);
        List<PoolShare> pools = new ArrayList<>();
        double[] shares = new double[Pool.values().length];
        for (Pool pool : Pool.values()) {
            Sums sums = sum(table, selection, pool, z * CalibrationShift.SD);
            shares[pool.ordinal()] = sums.share(sums.expected);
            pools.add(share(pool, recipe.targets().of(pool), sums, z));
        }
        return new Realised(
                Mixture.ofAmounts(shares[0], shares[1], shares[2], shares[3]),
                pools,
                limits(table, selection, recipe, plan),
                split(table, selection),
                sources(table, selection));
    }

    private static List<SourceShare> sources(CandidateTable table, Selection selection) {
        Map<String, long[]> sums = new TreeMap<>();
        for (int line = 0; line < selection.lines(); line++) {
            int row = selection.row(line);
            long[] sum = sums.computeIfAbsent(table.source(row), source -> new long[2]);
            sum[0] += selection.pass(line) == 0 ? 1 : 0;
            sum[1] += table.tokens(row);
        }
        return sums.entrySet().stream()
                .map(source -> new SourceShare(
                        source.getKey(),
                        source.getValue()[0],
                        source.getValue()[1],
                        (double) source.getValue()[1] / selection.tokens()))
                .sorted(Comparator.comparingLong(SourceShare::tokens).reversed().thenComparing(SourceShare::source))
                .toList();
    }

    private static PoolShare share(Pool pool, Target target, Sums sums, double z) {
        double share = sums.share(sums.expected);
        double draw = z * Math.sqrt(sums.variance) / sums.tokens;
        double lower = Math.max(0, Math.min(share, sums.share(sums.low) - draw));
        double upper = Math.min(1, Math.max(share, sums.share(sums.high) + draw));
        return new PoolShare(
                pool,
                target.share(),
                target.tolerance(),
                share,
                new Interval(lower, upper),
                share * sums.tokens,
                sums.documents);
    }

    private static Sums sum(CandidateTable table, Selection selection, Pool pool, double shift) {
        Sums sums = new Sums();
        for (int line = 0; line < selection.lines(); line++) {
            int row = selection.row(line);
            sums.add(table.tokens(row), table.pool(row, pool), shift);
            sums.documents += table.cellKey(table.cell(row)).pool() == pool ? 1 : 0;
        }
        return sums;
    }

    private static List<LimitOutcome> limits(CandidateTable table, Selection selection, Recipe recipe, Plan plan) {
        double[] tokens = plan.cells().stream()
                .mapToDouble(cell ->
                        selection.tokensByCell().getOrDefault(cell.cell().key(), 0L))
                .toArray();
        List<LimitOutcome> limits = new ArrayList<>();
        if (recipe.maxAlpha() != null) {
            limits.add(LimitOutcome.of(
                    Limit.ALPHA,
                    recipe.maxAlpha(),
                    plan.cells(),
                    tokens,
                    cell -> cell.cell().alpha(),
                    drawVariance(table, selection, false)));
        }
        if (recipe.maxAlphaBeta() != null) {
            limits.add(LimitOutcome.of(
                    Limit.ALPHA_BETA,
                    recipe.maxAlphaBeta(),
                    plan.cells(),
                    tokens,
                    cell -> cell.cell().alphaBeta(),
                    drawVariance(table, selection, true)));
        }
        return limits;
    }

    private static double drawVariance(CandidateTable table, Selection selection, boolean beta) {
        double sum = 0;
        for (int line = 0; line < selection.lines(); line++) {
            int row = selection.row(line);
            int millionths =
                    table.pool(row, Pool.CURRENT_MODEL) + (beta ? table.pool(row, Pool.PREVIOUS_GENERATION) : 0);
            double p = Millionths.toProbability(millionths);
            sum += (double) table.tokens(row) * table.tokens(row) * p * (1 - p);
        }
        return sum;
    }

    private static double split(CandidateTable table, Selection selection) {
        long sum = 0;
        for (int line = 0; line < selection.lines(); line++) {
            sum += (long) table.tokens(selection.row(line)) * table.split(selection.row(line));
        }
        return sum / ((double) selection.tokens() * Millionths.ONE);
    }

    /** Running sums of one pool. */
    private static final class Sums {
        private long tokens;
        private long documents;
        private long expected;
        private long low;
        private long high;
        private double variance;

        private void add(long length, int millionths, double shift) {
            double p = Millionths.toProbability(millionths);
            tokens += length;
            expected += length * millionths;
            low += length * Millionths.of(CalibrationShift.shifted(p, -shift));
            high += length * Millionths.of(CalibrationShift.shifted(p, shift));
            variance += (double) length * length * p * (1 - p);
        }

        private double share(long sum) {
            return sum / ((double) tokens * Millionths.ONE);
        }
    }
}
