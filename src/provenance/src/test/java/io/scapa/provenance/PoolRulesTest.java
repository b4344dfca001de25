package io.scapa.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.provenance.PoolRules.Facts;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoolRulesTest {
    private static final Instant OLD = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant MIDDLE = Instant.parse("2023-06-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final double CERTAINLY_HUMAN = -12;
    private static final double CERTAINLY_SYNTHETIC = 12;

    private final Timeline timeline = new Timeline(
            List.of(
                    new Generation(0, Instant.MIN, Timeline.PRE_LLM_CUTOFF, List.of(), List.of()),
                    new Generation(
                            1,
                            Timeline.PRE_LLM_CUTOFF,
                            Instant.parse("2025-01-01T00:00:00Z"),
                            List.of("gpt-4"),
                            List.of("old-mark")),
                    new Generation(
                            2,
                            Instant.parse("2025-01-01T00:00:00Z"),
                            Instant.MAX,
                            List.of("gpt-5"),
                            List.of("new-mark"))),
            2);
    private final PoolRules rules = new PoolRules(timeline, ProvenancePriors.standard());

    @Test
    void humanTextFromBeforeTheCutoffIsGammaEvenWhenCarriedOver() {
        assertThat(place(CERTAINLY_HUMAN, facts(OLD, null, null, null, false)).gamma())
                .isGreaterThan(0.999);
        assertThat(place(CERTAINLY_HUMAN, facts(OLD, null, null, null, true)).gamma())
                .isGreaterThan(0.999);
    }

    @Test
    void aDateBeforeTheCutoffOutweighsAModerateScore() {
        assertThat(place(3, facts(OLD, null, null, null, false)).gamma()).isGreaterThan(0.97);
    }

    @Test
    void outputOfTheCurrentModelsIsAlpha() {
        assertThat(place(CERTAINLY_SYNTHETIC, facts(NOW, null, "GPT-5", null, false))
                        .alpha())
                .isGreaterThan(0.999);
        assertThat(place(CERTAINLY_SYNTHETIC, facts(null, null, null, "new-mark", false))
                        .alpha())
                .isGreaterThan(0.999);
    }

    @Test
    void outputOfEarlierModelsIsBetaWhateverItsDate() {
        assertThat(place(CERTAINLY_SYNTHETIC, facts(NOW, null, "gpt-4", null, false))
                        .beta())
                .isGreaterThan(0.999);
        assertThat(place(CERTAINLY_SYNTHETIC, facts(NOW, null, "gpt-5", "old-mark", false))
                        .beta())
                .as("a watermark is stronger than a declaration")
                .isGreaterThan(0.999);
        assertThat(place(CERTAINLY_SYNTHETIC, facts(MIDDLE, null, null, null, false))
                        .beta())
                .as("no model is younger than the text")
                .isGreaterThan(0.999);
    }

    @Test
    void humanTextOfAnEarlierWindowIsBetaAndOfTheCurrentOneEta() {
        assertThat(place(CERTAINLY_HUMAN, facts(MIDDLE, null, null, null, false))
                        .beta())
                .isGreaterThan(0.999);
        assertThat(place(CERTAINLY_HUMAN, facts(NOW, null, null, null, false)).eta())
                .isGreaterThan(0.999);
        assertThat(place(CERTAINLY_HUMAN, facts(NOW, null, null, null, true)).beta())
                .as("carried over")
                .isGreaterThan(0.999);
    }

    @Test
    void undatedHumanTextIsSplitBySourceElseByThePriorAndTheSplitIsReported() {
        DocumentProvenance byPrior = rules.place(CERTAINLY_HUMAN, false, Facts.none());
        assertThat(byPrior.pools().gamma()).isCloseTo(0.5, within(1e-4));
        assertThat(byPrior.splitWithoutDate()).isGreaterThan(0.999);

        Facts known = Facts.none().withSource(new PoolProbabilities(0, 0.1, 0.7, 0.2), null);
        DocumentProvenance bySource = rules.place(CERTAINLY_HUMAN, false, known);
        assertThat(bySource.pools().gamma()).isCloseTo(0.7, within(1e-4));
        assertThat(bySource.pools().beta()).isCloseTo(0.1, within(1e-4));

        assertThat(rules.place(CERTAINLY_HUMAN, false, facts(NOW, null, null, null, false))
                        .splitWithoutDate())
                .isZero();
    }

    @Test
    void anUndecidedDocumentStaysUsableWithItsProbabilities() {
        DocumentProvenance placed = rules.place(0, false, facts(NOW, null, null, null, false));
        assertThat(placed.origin()).isEqualTo(Origin.UNDETERMINED);
        assertThat(placed.pools().alpha()).isCloseTo(0.5, within(1e-9));
        assertThat(placed.pools().eta()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void editedTextCountsWithItsWeight() {
        ProvenancePriors half = new ProvenancePriors(
                0.5, 0.001, Math.log(99), Math.log(0.25), 0.8, 0.5, new PoolProbabilities(0, 0, 0.5, 0.5));
        PoolProbabilities pools = new PoolRules(timeline, half)
                .place(CERTAINLY_SYNTHETIC, true, facts(NOW, null, null, null, false))
                .pools();
        assertThat(pools.alpha()).isCloseTo(0.5, within(1e-4));
        assertThat(pools.eta()).isCloseTo(0.5, within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(Origin.class)
    void declarationsMoveTheBeliefInTheirDirection(Origin declared) {
        double without = rules.syntheticProbability(0, Facts.none());
        double with = rules.syntheticProbability(0, facts(null, declared, null, null, false));
        switch (declared) {
            case SYNTHETIC, EDITED -> assertThat(with).isGreaterThan(without);
            case HUMAN -> assertThat(with).isLessThan(without);
            case UNDETERMINED -> assertThat(with).isEqualTo(without);
        }
    }

    @Test
    void probabilitiesAlwaysSumToOneAndAlphaGrowsWithTheScore() {
        SplittableRandom random = new SplittableRandom(7);
        Instant[] dates = {null, OLD, MIDDLE, NOW};
        String[] generators = {null, "gpt-4", "gpt-5", "nobody's"};
        for (int i = 0; i < 5_000; i++) {
            Facts facts = new Facts(
                    dates[random.nextInt(4)],
                    random.nextBoolean() ? null : Origin.values()[random.nextInt(4)],
                    generators[random.nextInt(4)],
                    null,
                    random.nextBoolean(),
                    random.nextBoolean() ? null : new PoolProbabilities(0, 0.2, 0.3, 0.5),
                    random.nextBoolean() ? null : random.nextDouble(0.01, 0.99));
            double score = random.nextDouble(-20, 20);
            boolean edited = random.nextBoolean();
            DocumentProvenance placed = rules.place(score, edited, facts);
            PoolProbabilities higher = rules.place(score + 1, edited, facts).pools();
            PoolProbabilities pools = placed.pools();
            assertThat(pools.alpha() + pools.beta() + pools.gamma() + pools.eta())
                    .isCloseTo(1, within(1e-9));
            assertThat(higher.alpha()).isGreaterThanOrEqualTo(pools.alpha());
            assertThat(higher.gamma()).isLessThanOrEqualTo(pools.gamma());
        }
    }

    private PoolProbabilities place(double score, Facts facts) {
        return rules.place(score, false, facts).pools();
    }

    private static Facts facts(Instant date, Origin declared, String generator, String profile, boolean carriedOver) {
        return new Facts(date, declared, generator, profile, carriedOver, null, null);
    }
}
