package io.scapa.simulation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.text.NgramFamily.Learner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountModelTest {
    private static Tokens tokens(Vocabulary vocabulary, String text) {
        Tokens tokens = new Tokens(16);
        vocabulary.read(text, tokens);
        return tokens;
    }

    @Test
    void drawsTheNextWordInProportionToItsCountAfterTheTwoBefore() {
        Vocabulary vocabulary = new Vocabulary();
        Tokens data = tokens(vocabulary, "a b c. a b c. a b d. a e f.");
        assertNext(
                new CountModel(data, Decoding.PLAIN),
                vocabulary,
                Map.of("a b c .", 0.5, "a b d .", 0.25, "a e f .", 0.25));
    }

    @Test
    void temperatureAndTopKShapeTheCounts() {
        Vocabulary vocabulary = new Vocabulary();
        Tokens data = tokens(vocabulary, "a b c. a b c. a b c. a b d. a e f.");
        assertNext(
                new CountModel(data, Decoding.temperature(0.5)),
                vocabulary,
                Map.of("a b c .", 16 / 17.0 * 0.9, "a b d .", 16 / 17.0 * 0.1, "a e f .", 1 / 17.0));
        assertNext(new CountModel(data, new Decoding(1, 1, 1)), vocabulary, Map.of("a b c .", 1.0));
        assertNext(new CountModel(data, new Decoding(1, 0, 0.8)), vocabulary, Map.of("a b c .", 0.75, "a b d .", 0.25));
    }

    private static void assertNext(CountModel model, Vocabulary vocabulary, Map<String, Double> expected) {
        Map<String, Integer> counts = new HashMap<>();
        ChainRandom random = new ChainRandom(1, 1);
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            Tokens out = new Tokens(16);
            model.write(1, out, random);
            StringBuilder words = new StringBuilder();
            for (int k = 0; k + 1 < out.size(); k++) {
                words.append(k == 0 ? "" : " ").append(vocabulary.word(out.get(k)));
            }
            counts.merge(words.toString(), 1, Integer::sum);
        }
        assertThat(counts.keySet()).isEqualTo(expected.keySet());
        expected.forEach((words, share) ->
                assertThat(counts.get(words) / (double) draws).as(words).isCloseTo(share, within(0.015)));
    }

    static List<String> documents(int count, long seed) {
        ChainRandom random = new ChainRandom(seed, 7);
        List<String> documents = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            StringBuilder text = new StringBuilder();
            int word = 1;
            for (int i = 0; i < 200; i++) {
                word = (int) Math.min(900, Math.exp(random.nextDouble() * 6.8) + word % 3);
                text.append('w').append(word).append(i % 12 == 11 ? ". " : " ");
            }
            documents.add(text.toString());
        }
        return documents;
    }

    @Test
    void replaceLosesRareWordsAndRealTextSlowsIt() {
        TextCorpus corpus = TextCorpus.of("made up", documents(300, 1), 20_000, 1);
        SimulationResult replace = run(corpus, Regime.REPLACE, 1, 0, 0);
        SimulationResult gamma = run(corpus, Regime.MIXTURE, 0.7, 0.3, 0);
        SimulationResult accumulate = run(corpus, Regime.ACCUMULATE, 1, 0, 0);
        assertThat(replace.quantile("tail_survival", 0, 0.5)).isEqualTo(1);
        assertThat(replace.quantile("copied", 0, 0.5)).isEqualTo(1);
        assertThat(replace.quantile("tail_survival", 5, 0.5)).isLessThan(gamma.quantile("tail_survival", 5, 0.5));
        assertThat(accumulate.quantile("tail_survival", 5, 0.5)).isEqualTo(1);
        assertThat(replace.quantile("perplexity", 5, 0.5)).isGreaterThan(replace.quantile("perplexity", 0, 0.5));
    }

    private static SimulationResult run(TextCorpus corpus, Regime regime, double alpha, double gamma, double eta) {
        MixtureSchedule mixture = MixtureSchedule.constant(alpha, 0, gamma, eta);
        return Simulation.run(Scenario.of(
                "text", new NgramFamily(corpus, Learner.COUNTS, Decoding.PLAIN), regime, mixture, 20_000, 6, 3, 9));
    }

    @Test
    void namesWhatACorpusIsTooSmallFor() {
        TextCorpus corpus = TextCorpus.of("small", documents(60, 2), 5_000, 1);
        NgramFamily family = new NgramFamily(corpus, Learner.COUNTS, Decoding.PLAIN);
        MixtureSchedule eta = MixtureSchedule.constant(0.1, 0, 0, 0.9);
        assertThatThrownBy(() -> Scenario.of("x", family, Regime.MIXTURE, eta, 5_000, 20, 1, 1))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("fresh tokens");
        assertThatThrownBy(() -> Scenario.replace("x", family, 50_000, 5, 1, 1))
                .hasMessageContaining("training tokens");
        assertThatThrownBy(() -> TextCorpus.of("small", documents(60, 2), 50_000, 1))
                .hasMessageContaining("tokens to train on");
        MixtureSchedule beta = MixtureSchedule.constant(0.5, 0.5, 0, 0);
        assertThatThrownBy(() -> Scenario.of("x", family, Regime.MIXTURE, beta, 5_000, 5, 1, 1))
                .hasMessageContaining("stored-rows");
        Scenario stored = new Scenario(
                "x",
                family,
                Regime.MIXTURE,
                beta,
                Treatment.NONE.meaning(BetaMeaning.STORED_ROWS),
                5_000,
                3,
                1,
                1,
                List.of());
        assertThat(Simulation.run(stored).chains()).isEqualTo(1);
    }
}
