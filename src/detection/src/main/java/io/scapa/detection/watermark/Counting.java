package io.scapa.detection.watermark;

/** Which of a text's scorable positions count. */
public enum Counting {
    /**
     * Each piece of the key's randomness once: repeated n-grams are counted once, and so are different n-grams that a
     * scheme hashes to the same list and target. The only counting whose p-values hold on repetitive text, and the default.
     */
    DISTINCT,
    /** Each distinct n-gram (context and target) once. */
    DISTINCT_NGRAMS,
    /** Every position: what most libraries do. Its p-values are wrong wherever a text repeats itself. */
    ALL
}
