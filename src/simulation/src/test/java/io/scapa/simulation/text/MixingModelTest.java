package io.scapa.simulation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.simulation.random.ChainRandom;
import org.junit.jupiter.api.Test;

class MixingModelTest {
    private static final int TOKENS = 12_000;

    private static TextCorpus corpus() {
        return TextCorpus.of("made up", CountModelTest.documents(150, 3), TOKENS, 1);
    }

    private static double sum(LanguageModel model, int[] context, int words) {
        double sum = 0;
        for (int word = 0; word < words; word++) {
            sum += model.probability(context, context.length, word);
        }
        return sum;
    }

    @Test
    void itsProbabilitiesSumToOneInEveryContext() {
        TextCorpus corpus = corpus();
        MixingModel model = new MixingModel(corpus.train(), corpus.learnable(), Decoding.PLAIN);
        for (int[] context : new int[][] {{}, {1}, {2, 5}, {1, 2, 3, 4}, {900, 901, 902}}) {
            assertThat(sum(model, context, corpus.learnable())).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void writesWordsAsOftenAsItScoresThem() {
        TextCorpus corpus = corpus();
        MixingModel model = new MixingModel(corpus.train(), corpus.learnable(), Decoding.PLAIN);
        int[] context = {corpus.train().get(0), corpus.train().get(1)};
        int draws = 20_000;
        int[] counts = new int[corpus.learnable()];
        ChainRandom random = new ChainRandom(4, 4);
        for (int i = 0; i < draws; i++) {
            counts[model.next(context, 2, random)]++;
        }
        // It writes only words that it has seen, so that their shares are of all that it has seen.
        double seen = 0;
        boolean[] trained = new boolean[counts.length];
        for (int i = 0; i < corpus.train().size(); i++) {
            trained[corpus.train().get(i)] = true;
        }
        for (int word = 0; word < counts.length; word++) {
            seen += trained[word] ? model.probability(context, 2, word) : 0;
        }
        double chiSquare = 0;
        int cells = 0;
        for (int word = 0; word < counts.length; word++) {
            double expected = trained[word] ? draws * model.probability(context, 2, word) / seen : 0;
            if (expected >= 10) {
                chiSquare += (counts[word] - expected) * (counts[word] - expected) / expected;
                cells++;
            }
        }
        assertThat(cells).isGreaterThan(20);
        assertThat(chiSquare).isLessThan(cells + 5 * Math.sqrt(2.0 * cells));
    }

    @Test
    void isNoWorseThanKneserNeyOnTextWithStructure() {
        TextCorpus corpus = corpus();
        Scorer scorer = new Scorer(corpus.train(), corpus.test(), corpus.learnable());
        MixingModel model = new MixingModel(corpus.train(), corpus.learnable(), Decoding.PLAIN);
        assertThat(scorer.perplexity(model::logProbability)[0]).isLessThan(1.05 * scorer.perplexity(corpus.train())[0]);
    }

    @Test
    void tuningLeavesTheBaseAsItWas() {
        TextCorpus corpus = corpus();
        MixingModel base = MixingModel.base(corpus, Decoding.PLAIN);
        double before = base.logProbability(new int[] {1, 2}, 2, 3);
        Scorer scorer = new Scorer(corpus.train(), corpus.test(), corpus.learnable());
        MixingModel tuned = base.tuned(corpus.train());
        assertThat(base.logProbability(new int[] {1, 2}, 2, 3)).isEqualTo(before);
        assertThat(sum(tuned, new int[] {1, 2}, corpus.learnable())).isCloseTo(1, within(1e-9));
        assertThat(scorer.perplexity(tuned::logProbability)[0])
                .isLessThan(scorer.perplexity(
                                new MixingModel(corpus.train(), corpus.learnable(), Decoding.PLAIN)::logProbability)[
                        0]);
    }
}
