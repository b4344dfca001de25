package io.scapa.curation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.SeededStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ShareRiskTest {
    @Test
    void auditsAddAsSquaresAndUnauditedCellsInFull() {
        ShareRisk risk = new ShareRisk(List.of(
                new ShareBound(0.1, 0.03, 50, 0),
                new ShareBound(0.2, 0.04, 60, 0),
                new ShareBound(0, 0.05, 0, 0),
                new ShareBound(0, 0.07, 0, 0)));

        assertThat(risk.limit(new double[] {1, 1, 0, 0})).isCloseTo(0.3 + 0.05, within(1e-12));
        assertThat(risk.limit(new double[] {0, 0, 1, 1})).isCloseTo(0.12, within(1e-12));
        assertThat(risk.limit(new double[] {1, 1, 1, 1})).isCloseTo(0.3 + Math.hypot(0.05, 0.12), within(1e-12));
    }

    @Test
    void aTangentIsExactWhereItTouchesAndLowerElsewhere() {
        RandomGenerator random = new SeededStreams(1).stream("tangents", 0);
        for (int i = 0; i < 500; i++) {
            List<ShareBound> cells = new ArrayList<>();
            for (int c = 0; c < 5; c++) {
                cells.add(new ShareBound(
                        random.nextDouble() * 0.3, random.nextDouble() * 0.1, random.nextInt(2) * 40, 0));
            }
            ShareRisk risk = new ShareRisk(cells);
            double[] at = random.doubles(5).toArray();
            double[] elsewhere = random.doubles(5).toArray();
            double[] tangent = risk.tangent(at);

            assertThat(dot(tangent, at)).isCloseTo(risk.limit(at), within(1e-12));
            assertThat(dot(tangent, elsewhere)).isLessThanOrEqualTo(risk.limit(elsewhere) + 1e-12);
        }
    }

    /** Three cells and a fixed total leave two dimensions: the best of a fine grid is the obvious twin of the cuts. */
    @Test
    void cutsFindTheLargestDatasetThatKeepsTheLimit() {
        for (int i = 0; i < 40; i++) {
            RandomGenerator random = new SeededStreams(2).stream("cuts", i);
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < 3; c++) {
                double alpha = random.nextDouble() * 0.2;
                cells.add(new Cell(
                        new CellKey(Pool.FRESH_HUMAN, c, ""),
                        100,
                        500 + random.nextInt(1000),
                        new PoolProbabilities(alpha, 0, 0, 1 - alpha),
                        new ShareBound(alpha, 0.01 + random.nextDouble() * 0.1, 20, 0),
                        ShareBound.exactly(0),
                        1));
            }
            Recipe recipe = RecipeReader.read("""
                    name: cuts
                    asOf: 2026-11-21
                    tokens: 10_000
                    tolerance: 1
                    targets: {eta: 1}
                    epochs: 1
                    maxAlpha: {share: 0.1, confidence: 0.95}
                    """);

            Plan plan = Planner.standard().plan(recipe, cells);

            double best = grid(cells, 0.1);
            assertThat((double) plan.largestFeasible()).as("instance %d", i).isBetween(best - 1, best * 1.02 + 30);
            assertThat(plan.alphaUpper()).as("instance %d", i).isLessThanOrEqualTo(0.1 + 1e-3);
        }
    }

    private static double grid(List<Cell> cells, double limit) {
        ShareRisk risk = new ShareRisk(cells.stream().map(Cell::alpha).toList());
        int steps = 60;
        double best = 0;
        double[] x = new double[3];
        for (int a = 0; a <= steps; a++) {
            for (int b = 0; b <= steps; b++) {
                for (int c = 0; c <= steps; c++) {
                    x[0] = cells.get(0).tokens() * a / (double) steps;
                    x[1] = cells.get(1).tokens() * b / (double) steps;
                    x[2] = cells.get(2).tokens() * c / (double) steps;
                    double total = x[0] + x[1] + x[2];
                    if (total > best && risk.limit(x) <= limit * total) {
                        best = total;
                    }
                }
            }
        }
        return best;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
