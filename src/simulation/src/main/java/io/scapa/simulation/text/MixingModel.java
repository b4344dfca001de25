package io.scapa.simulation.text;

import io.scapa.simulation.random.ChainRandom;

/**
 * A small learned language model: logistic mixing of contexts (Mahoney 2005; Mattern 2013), one online pass. A word is a
 * path of decisions down a {@link WordTree}; for every decision the contexts of {@link MixingContexts} give their odds, among
 * them a Kneser-Ney trigram's, and a {@link Mixer} whose weights are learned online by how well each was supported joins them. The first decision of all is
 * whether the word is one that was not seen before, so that the chance of a new word is learned as any other; new words
 * share it evenly. It writes only words that it has seen.
 */
final class MixingModel implements LanguageModel {

    private static final int LONGEST_BASE = 400_000;

    private final WordTree tree;
    private final MixingContexts contexts;
    private final Mixer mixer;
    private final Decoding decoding;
    private final int vocabularySize;
    private final boolean[] seen;
    private int seenWords;

    /** @param vocabularySize ids are below this */
    MixingModel(Tokens data, int vocabularySize, Decoding decoding) {
        this(new WordTree(counts(data, new int[vocabularySize])), data.size(), decoding, vocabularySize);
        learn(data);
    }

    private MixingModel(WordTree tree, int tokens, Decoding decoding, int vocabularySize) {
        this(
                tree,
                new MixingContexts(tree, tokens),
                new Mixer(MixingContexts.INPUTS),
                decoding,
                new boolean[vocabularySize]);
    }

    private MixingModel(WordTree tree, MixingContexts contexts, Mixer mixer, Decoding decoding, boolean[] seen) {
        this.tree = tree;
        this.contexts = contexts;
        this.mixer = mixer;
        this.decoding = decoding;
        this.seen = seen;
        vocabularySize = seen.length;
        for (boolean each : seen) {
            seenWords += each ? 1 : 0;
        }
    }

    /** A model of a corpus's fresh part, to be tuned: it has a code for every word of the training part too. */
    static MixingModel base(TextCorpus corpus, Decoding decoding) {
        int words = corpus.learnable();
        Tokens text = new Tokens(16);
        text.add(corpus.fresh(), 0, Math.min(LONGEST_BASE, corpus.fresh().size()));
        WordTree tree = new WordTree(counts(corpus.train(), counts(text, new int[words])));
        MixingModel base = new MixingModel(tree, text.size() + corpus.train().size(), decoding, words);
        base.learn(text);
        return base;
    }

    /** This model, trained on a generation's data; this one stays as it is. */
    MixingModel tuned(Tokens data) {
        MixingModel tuned = new MixingModel(tree, contexts.copy(), mixer.copy(), decoding, seen.clone());
        tuned.learn(data);
        return tuned;
    }

    private static int[] counts(Tokens data, int[] counts) {
        for (int i = 0; i < data.size(); i++) {
            counts[data.get(i)]++;
        }
        return counts;
    }

    private int novelty() {
        return tree.size();
    }

    private void learn(Tokens data) {
        int[] history = new int[Vocabulary.LONGEST_SENTENCE + LONGEST_SENTENCE + 1];
        int length = 0;
        for (int i = 0; i < data.size(); i++) {
            int word = data.get(i);
            contexts.enter(history, length);
            int seenAfter = contexts.seenAfter(tree, word);
            decide(novelty(), !seen[word], true, -1, false);
            for (int p = tree.from(word); p < tree.until(word); p++) {
                decide(tree.node(p), tree.bit(p), seen[word], seenAfter, p + 1 == tree.until(word));
            }
            seenWords += seen[word] ? 0 : 1;
            seen[word] = true;
            history[length] = word;
            length = word == Tokens.END || length == history.length - 1 ? 0 : length + 1;
        }
    }

    private void decide(int node, boolean bit, boolean mixed, int seenAfter, boolean leaf) {
        contexts.look(node);
        if (mixed) {
            mixer.predict(contexts.inputs, contexts.support(), contexts.shape());
            mixer.learn(contexts.inputs, bit);
        }
        contexts.update(bit, seenAfter, leaf);
    }

    private double odds(int node) {
        contexts.look(node);
        return mixer.predict(contexts.inputs, contexts.support(), contexts.shape());
    }

    @Override
    public boolean scores() {
        return true;
    }

    @Override
    public double logProbability(int[] context, int length, int word) {
        contexts.enter(context, length);
        double novel = odds(novelty());
        // Where every word was seen, none can be new.
        double log = seenWords == vocabularySize ? 0 : -Math.log1p(Math.exp(novel));
        for (int p = tree.from(word); p < tree.until(word); p++) {
            double odds = odds(tree.node(p));
            log -= Math.log1p(Math.exp(tree.bit(p) ? -odds : odds));
        }
        if (seen[word]) {
            return log;
        }
        // A word never seen has its part of the chance of a new word, and its path in the tree where it has one.
        double known = tree.knows(word) ? Math.exp(log) : 0;
        return Math.log(known + 1 / (1 + Math.exp(-novel)) / (vocabularySize - seenWords));
    }

    /** Draws decision by decision; temperature divides the log odds of each; a word never seen is drawn again. */
    @Override
    public int next(int[] context, int length, ChainRandom random) {
        contexts.enter(context, length);
        int word;
        do {
            int node = tree.root();
            while (node >= 0) {
                double odds = odds(node) / decoding.temperature();
                node = tree.child(node, random.nextDouble() * (1 + Math.exp(-odds)) < 1);
            }
            word = ~node;
        } while (!seen[word]);
        return word;
    }
}
