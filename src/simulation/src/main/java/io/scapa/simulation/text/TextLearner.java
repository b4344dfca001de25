package io.scapa.simulation.text;

/**
 * What trains a language model each generation: one of {@link NgramFamily.Learner}, or the user's own in the same process.
 *
 * <pre>{@code
 * record Mine() implements TextLearner {
 *     public String label() { return "mine"; }
 *     public LanguageModel train(Tokens data, int vocabularySize, Decoding decoding) { ... }
 * }
 * new NgramFamily(corpus, new Mine(), Decoding.PLAIN)
 * }</pre>
 *
 * <p>An implementation with equal parameters should be equal, so that a scenario is a value; {@link #train} is called by several
 * threads at once, and what it returns belongs to one chain.
 */
public interface TextLearner {
    /** What scenarios and reports call it. */
    String label();

    /**
     * Trains a model.
     *
     * @param data sentences, each closed by {@link Tokens#END}
     * @param vocabularySize ids are below this
     * @param decoding how it is to write
     */
    LanguageModel train(Tokens data, int vocabularySize, Decoding decoding);
}
