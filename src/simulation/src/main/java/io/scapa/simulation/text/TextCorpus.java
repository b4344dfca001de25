package io.scapa.simulation.text;

import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.random.ChainRandom;
import java.util.List;

/**
 * A corpus split by document: what the first model is trained on (gamma's pool), fresh documents that no generation sees
 * twice (eta's pool), and a held-out test that nothing is trained on.
 *
 * @param name where it came from
 * @param vocabulary all words
 * @param train the real training data
 * @param fresh real text set aside for later generations
 * @param test held out
 */
public record TextCorpus(String name, Vocabulary vocabulary, Tokens train, Tokens fresh, Tokens test) {
    private static final int LEAST_TOKENS = 2_000;
    private static final int LEAST_HELD_OUT = 50_000;

    /** Ids that models know: all words of the training and fresh parts have ids below this. */
    public int learnable() {
        return Math.max(train.largest(), fresh.largest()) + 1;
    }

    /**
     * Ids that held-out text is scored on: those of the training part, as is usual. Words are numbered in the order of the
     * parts, so that they lie below this. Other held-out words are left out of perplexity (Stolcke 2002, SRILM), since what a
     * model gives them is a convention.
     */
    public int scored() {
        return train.largest() + 1;
    }

    /** The share of held-out words that are not scored. */
    public double unscored() {
        int known = scored();
        int unknown = 0;
        for (int i = 0; i < test.size(); i++) {
            unknown += test.get(i) >= known ? 1 : 0;
        }
        return unknown / (double) Math.max(1, test.size());
    }

    /**
     * Splits documents at random by a seed.
     *
     * @param trainTokens budget of the training part; the test takes a tenth of what there is, or a quarter of the budget where
     *     that is less (but 50,000 tokens), fresh the rest
     * @throws ScenarioException where the corpus is smaller than the budget
     */
    public static TextCorpus of(String name, List<String> documents, int trainTokens, long seed) {
        return of(name, shuffled(documents, seed), trainTokens);
    }

    /** How many tokens documents have, sentence ends included. */
    public static long count(List<String> documents) {
        Vocabulary vocabulary = new Vocabulary();
        Tokens tokens = new Tokens(1024);
        long all = 0;
        for (String document : documents) {
            tokens.clear();
            vocabulary.read(document, tokens);
            all += tokens.size();
        }
        return all;
    }

    /** Splits documents that come in the order of their dates: train on the oldest, test on the newest. */
    public static TextCorpus byTime(String name, List<String> oldestFirst, int trainTokens) {
        Vocabulary vocabulary = new Vocabulary();
        Tokens[] parts = new Tokens[oldestFirst.size()];
        long all = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Tokens(64);
            vocabulary.read(oldestFirst.get(i), parts[i]);
            all += parts[i].size();
        }
        long heldOut = Math.min(all / 10, Math.max(LEAST_HELD_OUT, trainTokens / 4));
        Tokens test = new Tokens((int) heldOut + 1024);
        int last = parts.length;
        while (last > 0 && test.size() < heldOut) {
            last--;
            test.add(parts[last], 0, parts[last].size());
        }
        Tokens train = new Tokens(trainTokens);
        Tokens fresh = new Tokens((int) Math.max(16, all - trainTokens));
        for (int i = 0; i < last; i++) {
            Tokens into = train.size() < trainTokens ? train : fresh;
            into.add(parts[i], 0, parts[i].size());
        }
        TextCorpus corpus = new TextCorpus(name, vocabulary, train, fresh, test);
        corpus.require(trainTokens, all);
        return corpus;
    }

    private static TextCorpus of(String name, List<String> documents, int trainTokens) {
        return byTime(name, documents, trainTokens);
    }

    /** Documents in a random order that a seed gives. */
    public static List<String> shuffled(List<String> documents, long seed) {
        ChainRandom random = new ChainRandom(seed, 0);
        String[] order = documents.toArray(String[]::new);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            String kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return List.of(order);
    }

    private void require(int trainTokens, long all) {
        if (all < LEAST_TOKENS) {
            throw new ScenarioException("corpus", "expected at least " + LEAST_TOKENS + " tokens, got " + all);
        }
        if (train.size() < trainTokens) {
            throw new ScenarioException(
                    "samples",
                    "the corpus has " + train.size()
                            + " tokens to train on beside its held-out part, the scenario asks for " + trainTokens);
        }
    }
}
