package io.scapa.curation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.SeededStreams;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long a plan takes: the program with its tangent cuts, and the whole plan with every price. Every second cell is
 * audited, so that the limit on alpha is a cone. Processor time of the thread; it is printed, not judged.
 */
@Tag("long")
class PlannerSpeedTest {
    private static final int EPOCHS = 4;

    @ParameterizedTest
    @CsvSource({"200, 1", "1000, 4"})
    void plansWithTangentCuts(int count, int sources) {
        Recipe recipe = recipe(sources);
        List<Cell> cells = cells(count, sources);
        for (int run = 1; run <= 3; run++) {
            ProblemBuilder builder = new ProblemBuilder(recipe, cells);
            List<RecipeRow> rows = RecipeRow.of(recipe, cells);
            long start = cpu();
            TangentCuts.Solved solved = new TangentCuts(new DualSimplexSolver(new OjalgoMixtureSolver()))
                    .solve(rows, Limit.of(recipe, cells, Map.of()), builder::plan, builder::perCell);
            long solve = cpu() - start;
            start = cpu();
            Plan plan = Planner.standard().plan(recipe, cells);
            System.out.printf(
                    Locale.ROOT,
                    "planner: %d variables, %d rows, %d tangents, run %d: %.2f s the program with its cuts, %.2f s the plan with %d"
                            + " prices%n",
                    count * EPOCHS,
                    rows.size(),
                    solved.rows().size() - rows.size(),
                    run,
                    solve / 1e9,
                    (cpu() - start) / 1e9,
                    plan.prices().size());
            assertThat(plan.feasible()).as(plan.explain()).isTrue();
            assertThat(plan.optimalityGap()).isLessThan(1e-5);
            assertThat(solved.rows().size() - rows.size()).as("tangents").isGreaterThan(1);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Recipe recipe(int sources) {
        StringBuilder yaml = new StringBuilder("""
                name: speed
                tokens: 40_000_000
                targets: {alpha: 0.15, beta: 0.25, gamma: 0.3, eta: 0.3}
                tolerance: 0.05
                maxAlpha: {share: 0.17, confidence: 0.95}
                asOf: 2026-11-21
                strata:
                  language:
                """);
        for (int language = 0; language < 10; language++) {
            yaml.append("    l%d: {min: 0.04, max: 0.16}\n".formatted(language));
        }
        yaml.append("  source:\n");
        for (int source = 0; source < sources; source++) {
            yaml.append("    s%d: {min: 0.0, max: 1.0}\n".formatted(source));
        }
        return RecipeReader.read(yaml.toString());
    }

    private static List<Cell> cells(int count, int sources) {
        RandomGenerator random = new SeededStreams(3).stream("cells", count);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String stratum = "language=l" + i % 10 + ",source=s" + i / 10 % sources;
            Pool pool = Pool.values()[i / (10 * sources) % 4];
            int bin = i / (40 * sources) % PosteriorBins.count();
            cells.add(cell(new CellKey(pool, bin, stratum), 100_000 + random.nextInt(300_000), random, i % 2 == 0));
        }
        return cells;
    }

    private static Cell cell(CellKey key, long tokens, RandomGenerator random, boolean audited) {
        double[] shares = new double[4];
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            shares[i] = random.nextDouble() * (i == key.pool().ordinal() ? 20 : 1);
            sum += shares[i];
        }
        double alpha = shares[0] / sum;
        PoolProbabilities composition = new PoolProbabilities(
                alpha, shares[1] / sum, shares[2] / sum, 1 - alpha - shares[1] / sum - shares[2] / sum);
        ShareBound bound = new ShareBound(alpha, 0.02 + 0.05 * random.nextDouble(), audited ? 200 : 0, 0);
        return new Cell(key, 500, tokens, composition, bound, bound, EPOCHS);
    }
}
