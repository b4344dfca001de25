package io.scapa.curation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.plan.Cell;
import io.scapa.curation.plan.CellKey;
import io.scapa.curation.plan.CellStatistics;
import io.scapa.curation.plan.PosteriorBins;
import io.scapa.curation.plan.ShareBound;
import io.scapa.curation.plan.ShareRisk;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.curation.recipe.ShareLimit;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.DrawKey;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.Normal;
import io.scapa.statistics.SeededStreams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the true alpha of a mixture lies below its bound, where the truth is known: invented pools whose detector is off by
 * one common shift of its log-odds.
 */
class AuditCoverageTest {
    private static final double CONFIDENCE = 0.95;
    private static final ShareLimit LIMIT = new ShareLimit(0.5, CONFIDENCE);
    private static final Recipe RECIPE = RecipeReader.read("""
            name: coverage
            asOf: 2026-11-21
            tokens: 1000
            targets: {eta: 1}
            maxAlpha: {share: 0.5, confidence: 0.95}
            """);

    @Test
    void coversAtLeastAsOftenAsStated() {
        assertCovers(120, 3000, 0.1, 1.0);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"0.02, 0", "0.02, 0.5", "0.02, 1.0", "0.1, 0", "0.1, 0.5", "0.1, 1.0", "0.3, 0", "0.3, 0.5", "0.3, 1.0"
    })
    void coversAtLeastAsOftenAsStatedOverPrevalenceAndShift(double prevalence, double shift) {
        assertCovers(400, 10_000, prevalence, shift);
    }

    /** How often a bound held, and by how much it lay above the truth. */
    private static final class Tally {
        private int covered;
        private double slack;

        private void add(double truth, double bound) {
            covered += truth <= bound ? 1 : 0;
            slack += bound - truth;
        }

        private String words(int runs) {
            return String.format(Locale.ROOT, "%.3f (%+.2f)", (double) covered / runs, 100 * slack / runs);
        }
    }

    /** Beside our two bounds stand the two that the field uses: their coverage is what an audit is for. */
    private static void assertCovers(int runs, int documents, double prevalence, double shiftSd) {
        Tally audited = new Tally();
        Tally detector = new Tally();
        Tally independent = new Tally();
        Tally counted = new Tally();
        for (int run = 0; run < runs; run++) {
            World world = World.of(
                    new SeededStreams(17).stream("world " + prevalence + " " + shiftSd, run),
                    documents,
                    prevalence,
                    shiftSd);
            double truth = world.truth();
            audited.add(truth, world.bound(500));
            detector.add(truth, world.bound(0));
            independent.add(truth, world.naive(p -> p));
            counted.add(truth, world.naive(p -> p > 0.5 ? 1.0 : 0.0));
        }
        System.out.printf(
                Locale.ROOT,
                "prevalence %.2f, shift sd %.1f: audited %s, detector alone %s, independent %s, counted %s%n",
                prevalence,
                shiftSd,
                audited.words(runs),
                detector.words(runs),
                independent.words(runs),
                counted.words(runs));
        double chance = 3 * Math.sqrt(CONFIDENCE * (1 - CONFIDENCE) / runs);
        assertThat((double) audited.covered / runs).isGreaterThanOrEqualTo(CONFIDENCE - chance);
    }

    /** One invented pool: its table, its truth, and what the mixture takes of each cell. */
    private record World(CandidateTable table, boolean[] synthetic, double[] taken) {
        static World of(RandomGenerator random, int documents, double prevalence, double shiftSd) {
            CandidateTable table = new CandidateTable();
            DrawKey draw = new DrawKey(new byte[] {1});
            boolean[] synthetic = new boolean[documents];
            double shift = shiftSd * random.nextGaussian();
            double separation = 2.4;
            for (int i = 0; i < documents; i++) {
                synthetic[i] = random.nextDouble() < prevalence;
                double z = random.nextGaussian() + (synthetic[i] ? separation / 2 : -separation / 2);
                double logit = separation * z + Math.log(prevalence / (1 - prevalence)) + shift;
                double p = 1 / (1 + Math.exp(-logit));
                int[] pools = Millionths.of(new PoolProbabilities(p, 0, 0, 1 - p));
                String id = Long.toHexString(random.nextLong());
                int tokens = 50 + (int) Math.exp(4 + random.nextGaussian());
                CellKey cell = new CellKey(Millionths.mostProbable(pools), PosteriorBins.of(p), "");
                table.add(new CandidateTable.Row(
                        id, ContentHash.ofCleanText(id), new long[2], draw.of(id), pools, 0, tokens, cell, "s", "r"));
            }
            double[] taken = random.doubles(table.cellCount(), 0, 1).toArray();
            return new World(table, synthetic, taken);
        }

        /** The true alpha of the mixture: each cell with the share of it that is taken. */
        double truth() {
            double alpha = 0;
            double all = 0;
            for (int row = 0; row < synthetic.length; row++) {
                double tokens = table.tokens(row) * taken[table.cell(row)];
                all += tokens;
                alpha += synthetic[row] ? tokens : 0;
            }
            return alpha / all;
        }

        /** A share whose documents are taken for independent, with the normal bound that follows. */
        double naive(DoubleUnaryOperator value) {
            double sum = 0;
            double variance = 0;
            double all = 0;
            for (int row = 0; row < synthetic.length; row++) {
                double tokens = table.tokens(row) * taken[table.cell(row)];
                double p = value.applyAsDouble(Millionths.toProbability(table.pool(row, Pool.CURRENT_MODEL)));
                all += tokens;
                sum += tokens * p;
                variance += tokens * tokens * p * (1 - p);
            }
            double share = sum / all;
            double error = variance > 0 ? Math.sqrt(variance) / all : Math.sqrt(share * (1 - share) / synthetic.length);
            return share + Normal.quantile(CONFIDENCE) * error;
        }

        /** Our bound with so many labels; with none it rests on the detector alone. */
        double bound(int audited) {
            int[] rows = IntStream.range(0, table.size()).toArray();
            AuditKey key = new AuditKey();
            long[] keys = IntStream.of(rows)
                    .mapToLong(row -> key.of(table.contentBytes(row)))
                    .toArray();
            List<Integer> order = IntStream.of(rows)
                    .boxed()
                    .sorted((a, b) -> Long.compareUnsigned(keys[a], keys[b]))
                    .toList();
            List<AuditLabel> labels = new ArrayList<>();
            for (int row : order.subList(0, audited)) {
                labels.add(new AuditLabel(
                        table.contentSha256(row),
                        synthetic[row] ? new PoolProbabilities(1, 0, 0, 0) : new PoolProbabilities(0, 0, 0, 1),
                        "truth",
                        LocalDate.EPOCH));
            }
            List<Cell> cells = CellStatistics.of(table, rows, RECIPE, audited == 0 ? null : bounds(rows, labels));
            double[] tokens = new double[cells.size()];
            double all = 0;
            for (int i = 0; i < tokens.length; i++) {
                tokens[i] = cells.get(i).tokens() * taken[number(cells.get(i).key())];
                all += tokens[i];
            }
            return new ShareRisk(cells.stream().map(Cell::alpha).toList()).limit(tokens) / all;
        }

        private CellStatistics.AuditedBounds bounds(int[] rows, List<AuditLabel> labels) {
            return new CellStatistics.AuditedBounds(
                    CellAudit.of(table, rows, Audit.of(labels)).bounds(LIMIT, false),
                    new ShareBound[table.cellCount()]);
        }

        private int number(CellKey key) {
            return IntStream.range(0, table.cellCount())
                    .filter(i -> table.cellKey(i).equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
