package io.scapa.simulation.text;

import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.random.ChainRandom;

/** Where a chain's real sentences come from: gamma's pool, drawn anew each generation, and eta's, never drawn twice. */
final class SentencePools {
    private final TextCorpus corpus;
    private final int[] starts;
    private final ChainRandom random;
    private int freshFrom;

    /** @param starts of the sentences of the corpus's training part */
    SentencePools(TextCorpus corpus, int[] starts, ChainRandom random) {
        this.corpus = corpus;
        this.starts = starts;
        this.random = random;
    }

    /** The beginning of the training part, up to the end of a sentence: what the first generation is trained on. */
    void first(int tokens, Tokens into) {
        Tokens train = corpus.train();
        into.add(train, 0, sentenceEnd(train, Math.min(train.size(), tokens)));
    }

    /** Sentences of the training part, without replacement within a generation. */
    void original(int tokens, Tokens into) {
        some(corpus.train(), starts, tokens, into);
    }

    /** Sentences of any data, without replacement. */
    void some(Tokens source, int[] sourceStarts, int tokens, Tokens into) {
        int[] order = new int[sourceStarts.length - 1];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int target = into.size() + tokens;
        for (int i = 0; i < order.length && into.size() < target; i++) {
            int other = i + random.nextInt(order.length - i);
            int chosen = order[other];
            order[other] = order[i];
            into.add(source, sourceStarts[chosen], sourceStarts[chosen + 1]);
        }
    }

    /**
     * The next stretch of fresh text, up to the end of a sentence.
     *
     * @throws ScenarioException where there is none left
     */
    void fresh(int tokens, int generation, Tokens into) {
        Tokens fresh = corpus.fresh();
        int until = sentenceEnd(fresh, Math.min(fresh.size(), freshFrom + tokens));
        if (until - freshFrom < tokens / 2) {
            throw new ScenarioException(
                    "mixture.eta",
                    "the corpus ran out of fresh text at generation " + generation + "; it is never used twice");
        }
        into.add(fresh, freshFrom, until);
        freshFrom = until;
    }

    private static int sentenceEnd(Tokens text, int from) {
        int until = from;
        while (until > 0 && until < text.size() && text.get(until - 1) != Tokens.END) {
            until++;
        }
        return until;
    }
}
