package io.scapa.simulation.text;

import io.scapa.simulation.Handling;
import io.scapa.simulation.random.ChainRandom;

/** Sentences of a model under a handling: as they come, the best of some, or the last data set's with some words redrawn. */
final class SentenceWriter {
    private static final int WINDOW = Vocabulary.LONGEST_SENTENCE + 401;

    private final Handling handling;
    private final TextHandling taste;

    SentenceWriter(Handling handling, TextHandling taste) {
        this.handling = handling;
        this.taste = taste;
    }

    /** Writes about a number of tokens, whole sentences. */
    void write(LanguageModel model, int tokens, Tokens previous, Tokens into, ChainRandom random) {
        if (!Double.isNaN(handling.editing())) {
            edit(model, tokens, previous, into, random);
        } else if (handling.bestOf() > 1) {
            select(model, tokens, into, random);
        } else {
            model.write(tokens, into, random);
        }
    }

    private void select(LanguageModel model, int tokens, Tokens into, ChainRandom random) {
        int target = into.size() + tokens;
        Tokens candidate = new Tokens(64);
        Tokens best = new Tokens(64);
        while (into.size() < target) {
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < handling.bestOf(); k++) {
                candidate.clear();
                model.write(1, candidate, random);
                double reward = taste.reward(candidate, 0, candidate.size());
                if (reward > most) {
                    most = reward;
                    best.clear();
                    best.add(candidate, 0, candidate.size());
                }
            }
            into.add(best, 0, best.size());
        }
    }

    /** Words of the last data set; those to which the model gives at least the threshold are drawn anew from it. */
    private void edit(LanguageModel model, int tokens, Tokens previous, Tokens into, ChainRandom random) {
        int target = Math.min(previous.size(), tokens);
        int[] context = new int[WINDOW];
        int length = 0;
        for (int i = 0; i < previous.size() && (i < target || length > 0); i++) {
            int word = previous.get(i);
            // Sentence ends stay, so that an edited data set has the sentences of the one before.
            if (word != Tokens.END && model.probability(context, length, word) >= handling.editing()) {
                int drawn = model.next(context, length, random);
                word = drawn == Tokens.END ? word : drawn;
            }
            into.add(word);
            context[length] = word;
            length = word == Tokens.END || length == WINDOW - 1 ? 0 : length + 1;
        }
    }
}
