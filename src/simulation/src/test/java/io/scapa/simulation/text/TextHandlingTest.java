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

    /** A user's model in the same process: words by their counts alone. */
    private record OneWordAtATime() implements TextLearner {
        @Override
        public String label() {
            return "one word at a time";
        }

        @Override
        public LanguageModel train(Tokens data, int vocabularySize, Decoding decoding) {
            return (context, length, random) -> data.get(random.nextInt(data.size()));
        }
    }

    @Test
    void runsALearnerOfTheUsersOwn() {
        Scenario scenario = Scenario.replace(
                "mine", new NgramFamily(CORPUS, new OneWordAtATime(), Decoding.PLAIN), TOKENS, 5, 2, 3);
        SimulationResult result = Simulation.run(scenario, 2, ProgressListener.NONE);
        assertThat(scenario.family().name()).isEqualTo("one word at a time");
        // Drift of single words: rare ones die out, and no order of words is left to copy.
        assertThat(result.quantile("tail_survival", 4, 0.5)).isLessThan(result.quantile("tail_survival", 1, 0.5));
        assertThat(result.quantile("copied", 1, 0.5)).isLessThan(0.01);
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

    /** Drawn words against the model's own probabilities, raised to a power or cut off. */
    @Test
    void kneserNeyWritesUnderTemperatureTopKAndTopP() {
        int words = CORPUS.learnable();
        int[] context = {CORPUS.train().get(0), CORPUS.train().get(1)};
        LanguageModel plain = TextLearners.train(Learner.KNESER_NEY, CORPUS.train(), words, Decoding.PLAIN);
        double[] p = new double[words];
        for (int w = 0; w < words; w++) {
            p[w] = plain.probability(context, 2, w);
        }
        for (Decoding decoding : new Decoding[] {
            Decoding.temperature(0.7), Decoding.temperature(1.5), new Decoding(1, 20, 1), new Decoding(0.9, 0, 0.6)
        }) {
            double[] expected = decoded(p, decoding);
            LanguageModel model = TextLearners.train(Learner.KNESER_NEY, CORPUS.train(), words, decoding);
            ChainRandom random = new ChainRandom(8, 8);
            int draws = 20_000;
            int[] counts = new int[words];
            for (int i = 0; i < draws; i++) {
                counts[model.next(context, 2, random)]++;
            }
            double chiSquare = 0;
            int cells = 0;
            double last = java.util.stream.IntStream.range(0, words)
                    .filter(w -> expected[w] > 0)
                    .mapToDouble(w -> p[w])
                    .min()
                    .orElseThrow();
            for (int w = 0; w < words; w++) {
                if (Math.abs(p[w] - last) <= 1e-9 * last) {
                    continue; // of equally likely words either may be the last one in
                }
                assertThat(expected[w] > 0 || counts[w] == 0)
                        .as("%s, word %s", decoding, w)
                        .isTrue();
                if (draws * expected[w] >= 10) {
                    chiSquare += Math.pow(counts[w] - draws * expected[w], 2) / (draws * expected[w]);
                    cells++;
                }
            }
            assertThat(cells).isGreaterThan(5);
            assertThat(chiSquare).as(decoding.toString()).isLessThan(cells + 5 * Math.sqrt(2.0 * cells));
        }
    }

    private static double[] decoded(double[] p, Decoding decoding) {
        Integer[] order = java.util.stream.IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
        java.util.Arrays.sort(order, (a, b) -> Double.compare(p[b], p[a]));
        double[] powers = new double[p.length];
        double total = 0;
        for (int w = 0; w < p.length; w++) {
            powers[w] = Math.pow(p[w], 1 / decoding.temperature());
            total += powers[w];
        }
        double[] kept = new double[p.length];
        double sum = 0;
        int most = decoding.topK() > 0 ? decoding.topK() : p.length;
        for (int i = 0; i < most && sum < decoding.topP() * total; i++) {
            kept[order[i]] = powers[order[i]];
            sum += powers[order[i]];
        }
        for (int w = 0; w < p.length; w++) {
            kept[w] /= sum;
        }
        return kept;
    }
}
