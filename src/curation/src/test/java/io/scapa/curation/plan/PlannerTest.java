package io.scapa.curation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final ShareBound ZERO = ShareBound.exactly(0);

    private static final List<Cell> PURE = List.of(
            pure(Pool.CURRENT_MODEL, 400_000), pure(Pool.PREVIOUS_GENERATION, 400_000),
            pure(Pool.ORIGINAL_HUMAN, 100_000), pure(Pool.FRESH_HUMAN, 400_000));

    @Test
    void hitsTheTargetsWhereEverythingIsThere() {
        Plan plan = plan("tokens: 300_000\ntargets: {alpha: 0.1, beta: 0.3, gamma: 0.3, eta: 0.3}", PURE);

        assertThat(plan.feasible()).isTrue();
        assertThat(plan.tokens()).isEqualTo(300_000);
        assertThat(plan.expected()).isEqualTo(new Mixture(0.1, 0.3, 0.3, 0.3));
        assertThat(plan.optimalityGap()).isLessThan(1e-6);
    }

    @Test
    void explainsWhatIsShortByHowMuchAndWhatWouldHelp() {
        Plan plan = plan(
                "tokens: 1_000_000\ntolerance: 0.02\ntargets: {alpha: 0.1, beta: 0.3, gamma: 0.3, eta: 0.3}", PURE);

        assertThat(plan.feasible()).isFalse();
        Shortage gamma = plan.shortages().stream()
                .filter(s -> s.row().equals("gamma"))
                .findFirst()
                .orElseThrow();
        assertThat(gamma.direction()).isEqualTo("short");
        assertThat(gamma.tokens())
                .as("0.28 of a million less the 100,000 that are there")
                .isEqualTo(180_000);
        assertThat(gamma.points()).isCloseTo(18, within(1e-6));
        assertThat(gamma.explanation()).contains("180,000").contains("280,000").contains("100,000");
        assertThat(gamma.help())
                .anyMatch(h -> h.contains("180,000 more tokens of gamma"))
                .anyMatch(h -> h.contains("budget of at most"));
        assertThat(plan.largestFeasible()).as("100,000 / 0.28").isEqualTo(357_142);
        assertThat(plan.explain()).contains("not feasible").contains("gamma");
    }

    @Test
    void theLargestFeasibleBudgetIsIndeedFeasibleAndNoMoreIs() {
        Plan fits =
                plan("tokens: 357_142\ntolerance: 0.02\ntargets: {alpha: 0.1, beta: 0.3, gamma: 0.3, eta: 0.3}", PURE);
        Plan toMuch =
                plan("tokens: 360_000\ntolerance: 0.02\ntargets: {alpha: 0.1, beta: 0.3, gamma: 0.3, eta: 0.3}", PURE);

        assertThat(fits.feasible()).isTrue();
        assertThat(toMuch.feasible()).isFalse();
    }

    @Test
    void saysWhatOneMorePointAndOneMoreTokenWouldBuy() {
        Plan plan =
                plan("tokens: 1_000_000\ntolerance: 0\ntargets: {alpha: 0.1, beta: 0.3, gamma: 0.3, eta: 0.3}", PURE);

        assertThat(plan.prices()).anySatisfy(price -> {
            assertThat(price.row()).isEqualTo("supply of gamma");
            assertThat(price.tokens()).isCloseTo(1 / 0.3, within(1e-4));
        });
        assertThat(plan(
                                "tokens: 1_000_000\ntolerance: 0.02\ntargets: {alpha: 0.1, beta: 0.3, gamma: 0.3, eta: 0.3}",
                                PURE)
                        .prices())
                .anySatisfy(price -> {
                    assertThat(price.row()).isEqualTo("gamma minimum");
                    assertThat(price.tokens()).isCloseTo(100_000 / 0.27 - 100_000 / 0.28, within(1.0));
                });
    }

    @Test
    void keepsAlphaBelowItsLimitByChoosingTheCleanerBins() {
        List<Cell> cells = List.of(
                cell(Pool.FRESH_HUMAN, 0, 600_000, 0.01, 0.02),
                cell(Pool.FRESH_HUMAN, 3, 600_000, 0.3, 0.4),
                cell(Pool.CURRENT_MODEL, 6, 600_000, 0.99, 0.995));

        Plan plan = plan("""
                tokens: 700_000
                targets: {alpha: 0.1, beta: 0, gamma: 0, eta: 0.9}
                tolerance: 0.1
                maxAlpha: {share: 0.08, confidence: 0.95}""", cells);

        assertThat(plan.feasible()).isTrue();
        assertThat(plan.alphaUpper()).isLessThanOrEqualTo(0.08 + 1e-6);
        assertThat(plan.cells().get(1).tokens()).as("the clean bin is used up").isGreaterThan(550_000);
    }

    @Test
    void capsSources() {
        List<Cell> cells = List.of(
                new Cell(
                        new CellKey(Pool.ORIGINAL_HUMAN, 0, Strata.part("source", "wiki")),
                        10,
                        900_000,
                        only(Pool.ORIGINAL_HUMAN),
                        ZERO,
                        ZERO,
                        1),
                new Cell(
                        new CellKey(Pool.ORIGINAL_HUMAN, 0, ""),
                        10,
                        200_000,
                        only(Pool.ORIGINAL_HUMAN),
                        ZERO,
                        ZERO,
                        1));
        String recipe = "tokens: 250_000\ntargets: {gamma: 1}\nsources: {wiki: {maxShare: %s}}";

        assertThat(plan(recipe.formatted("0.4"), cells).cells().get(1).tokens()).isLessThanOrEqualTo(100_000);
        Plan tooTight = plan(recipe.formatted("0.1"), cells);
        assertThat(tooTight.feasible()).isFalse();
        assertThat(tooTight.shortages()).anyMatch(s -> s.row().equals("tokens"));
        assertThat(tooTight.largestFeasible()).isEqualTo(222_222);
    }

    @Test
    void repeatsScarceDocumentsOnlyAsOftenAsAllowed() {
        List<Cell> once = List.of(repeatable(1, 100_000));
        List<Cell> fourTimes = List.of(repeatable(4, 100_000));
        String recipe = "tokens: 350_000\ntargets: {gamma: 1}\nepochs: %d";

        assertThat(plan(recipe.formatted(1), once).feasible()).isFalse();
        Plan plan = plan(recipe.formatted(4), fourTimes);
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.cells().getFirst().epochs()).isCloseTo(3.5, within(1e-9));
    }

    @Test
    void drawsEvenlyOnCellsThatServeEquallyWell() {
        List<Cell> cells = new ArrayList<>();
        for (int bin = 0; bin < 4; bin++) {
            cells.add(cell(Pool.FRESH_HUMAN, bin, 100_000, 0, 0));
        }

        Plan plan = plan("tokens: 200_000\ntargets: {eta: 1}", cells);

        assertThat(plan.cells()).allSatisfy(c -> assertThat(c.tokens()).isBetween(49_000L, 51_000L));
    }

    @Test
    void answersWithoutAnyDocument() {
        Plan plan = plan("tokens: 200_000\ntargets: {eta: 1}", List.of());

        assertThat(plan.feasible()).isFalse();
        assertThat(plan.tokens()).isZero();
        assertThat(plan.shortages())
                .singleElement()
                .satisfies(s -> assertThat(s.tokens()).isEqualTo(200_000));
    }

    @Test
    void doesNotDependOnTheOrderOfCells() {
        List<Cell> shuffled = new ArrayList<>(PURE);
        Collections.shuffle(shuffled, new Random(5));
        String recipe = "tokens: 1_000_000\ntargets: {alpha: 0.1, beta: 0.3, gamma: 0.3, eta: 0.3}";

        assertThat(plan(recipe, shuffled)).isEqualTo(plan(recipe, PURE));
    }

    private static Plan plan(String recipe, List<Cell> cells) {
        Recipe read = RecipeReader.read("name: test\nasOf: 2026-11-21\n" + recipe + "\n");
        return Planner.standard().plan(read, cells);
    }

    private static Cell pure(Pool pool, long tokens) {
        return new Cell(
                new CellKey(pool, 0, ""),
                tokens / 1000,
                tokens,
                only(pool),
                ShareBound.exactly(pool == Pool.CURRENT_MODEL ? 1 : 0),
                ZERO,
                1);
    }

    private static Cell repeatable(int epochs, long tokens) {
        return new Cell(
                new CellKey(Pool.ORIGINAL_HUMAN, 0, ""), 10, tokens, only(Pool.ORIGINAL_HUMAN), ZERO, ZERO, epochs);
    }

    private static Cell cell(Pool pool, int bin, long tokens, double alpha, double alphaUpper) {
        PoolProbabilities mean = new PoolProbabilities(alpha, 0, 0, 1 - alpha);
        return new Cell(
                new CellKey(pool, bin, ""),
                tokens / 1000,
                tokens,
                mean,
                new ShareBound(alpha, alphaUpper - alpha, 0, 0),
                ZERO,
                1);
    }

    private static PoolProbabilities only(Pool pool) {
        return new PoolProbabilities(
                pool == Pool.CURRENT_MODEL ? 1 : 0, pool == Pool.PREVIOUS_GENERATION ? 1 : 0,
                pool == Pool.ORIGINAL_HUMAN ? 1 : 0, pool == Pool.FRESH_HUMAN ? 1 : 0);
    }
}
