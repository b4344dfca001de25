package io.scapa.detection.watermark;

/** A language model as a marker sees it. */
@FunctionalInterface
public interface NextToken {
    /**
     * The distribution of the next token.
     *
     * @param context the tokens so far, oldest first
     * @return probabilities over the vocabulary, summing to 1; the caller does not change them
     */
    double[] after(int[] context);
}
