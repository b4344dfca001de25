package io.scapa.simulation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.simulation.Handling;
import io.scapa.simulation.Handling.Action;
import io.scapa.simulation.Handling.Detector;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.report.SimulationReport;
import io.scapa.simulation.text.NgramFamily.Learner;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextHandlingTest {
    private static final int TOKENS = 6_000;
    private static final TextCorpus CORPUS = TextCorpus.of("made up", CountModelTest.documents(150, 5), TOKENS, 1);

    private static Scenario scenario(Learner learner, Handling handling) {
        MixtureSchedule mixture = MixtureSchedule.constant(0.8, 0, 0.2, 0);
        return Scenario.of(
                        "text",
                        new NgramFamily(CORPUS, learner, Decoding.PLAIN),
                        Regime.MIXTURE,
                        mixture,
                        TOKENS,
                        4,
                        3,
                        9)
                .with(Treatment.NONE.handling(handling));
    }

    private static double last(Handling handling, String observable) {
        SimulationResult result = Simulation.run(scenario(Learner.COUNTS, handling));
        return result.quantile(observable, 3, 0.5);
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void theNumberOfThreadsDoesNotChangeAByte(Learner learner) {
        Scenario scenario = scenario(learner, Handling.NEUTRAL);
        String one = SimulationReport.of(Simulation.run(scenario, 1, ProgressListener.NONE))
                .toJson();
        String two = SimulationReport.of(Simulation.run(scenario, 2, ProgressListener.NONE))
                .toJson();
        assertThat(two).isEqualTo(one);
    }

    @Test
    void aPerfectDetectorThatRefillsLeavesRealTextOnly() {
        double copied = last(Handling.NEUTRAL.with(Detector.of(1, 0, Action.REFILL)), "copied");
        assertThat(copied).isGreaterThan(0.99);
        assertThat(last(Handling.NEUTRAL, "copied")).isLessThan(0.9);
    }

    @Test
    void aDetectorThatFlagsRareTextDestroysTheTailThatItShouldProtect() {
        double fair = last(Handling.NEUTRAL.with(new Detector(0.9, 0.05, 0.05, Action.REFILL, 10)), "tail_survival");
        double biased = last(Handling.NEUTRAL.with(new Detector(0.9, 0.05, 0.95, Action.REFILL, 10)), "tail_survival");
        assertThat(biased).isLessThan(0.7 * fair);
    }

    @Test
    void detectorWeightsAndRealWeightsKeepMoreOfTheRealText() {
        double bare = last(Handling.NEUTRAL, "copied");
        assertThat(last(Handling.NEUTRAL.with(Detector.of(0.95, 0.02, Action.RESAMPLE)), "copied"))
                .isGreaterThan(1.3 * bare);
        assertThat(last(Handling.weighted(0.8), "copied")).isGreaterThan(1.3 * bare);
    }

    @Test
    void selectionAndCopiesNarrowTheText() {
        double bare = last(Handling.NEUTRAL, "tail_survival");
        assertThat(last(Handling.selecting(4), "tail_survival")).isLessThan(bare);
        assertThat(last(Handling.duplicated(0.5), "distinct_2")).isLessThan(last(Handling.NEUTRAL, "distinct_2"));
    }

    @Test
    void editingRedrawsOnlyWhatTheModelIsSureOf() {
        Tokens real = CORPUS.train();
        CountModel model = new CountModel(real, Decoding.PLAIN);
        TextHandling taste = new TextHandling(Handling.edited(1), real, CORPUS.learnable());
        Tokens edited = new Tokens(16);
        new SentenceWriter(Handling.edited(1), taste).write(model, real.size(), real, edited, new ChainRandom(1, 1));
        assertThat(edited.size()).isEqualTo(real.size());
        // What has probability 1 is drawn as it was.
        assertThat(edited.sentences()).usingRecursiveComparison().isEqualTo(real.sentences());
        Tokens loose = new Tokens(16);
        new SentenceWriter(Handling.edited(0.2), taste).write(model, real.size(), real, loose, new ChainRandom(1, 1));
        int changed = 0;
        for (int i = 0; i < real.size(); i++) {
            changed += loose.get(i) == real.get(i) ? 0 : 1;
        }
        assertThat(changed / (double) real.size()).isBetween(0.01, 0.6);
    }

    @Test
    void aShrinkingDetectorDropsWhatItFlags() {
        TextHandling handling = new TextHandling(
                Handling.NEUTRAL.with(Detector.of(1, 0, Action.SHRINK)), CORPUS.train(), CORPUS.learnable());
        BitSet synthetic = new BitSet();
        int sentences = CORPUS.train().sentenceStarts().length - 1;
        synthetic.set(0, sentences / 2);
        Tokens kept = new Tokens(16);
        BitSet origins = new BitSet();
        assertThat(handling.filter(CORPUS.train(), synthetic, kept, origins, 0, new ChainRandom(2, 2)))
                .isEqualTo(sentences - sentences / 2);
        assertThat(origins.isEmpty()).isTrue();
    }

    @Test
    void whatTextHasNoReadingOfIsNamed() {
        assertThatThrownBy(() -> scenario(Learner.COUNTS, Handling.drifting(0.1)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("handling.drift")
                .hasMessageContaining("no reading");
    }
}
