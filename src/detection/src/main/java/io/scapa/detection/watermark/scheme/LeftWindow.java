package io.scapa.detection.watermark.scheme;

/** A seed from the tokens before the judged one, and from nothing else. */
interface LeftWindow extends SeedRule {
    /** Tokens that are read. */
    int width();

    @Override
    default int ngram() {
        return width() + 1;
    }

    @Override
    default boolean selfSeeded() {
        return false;
    }

    /** The product of the tokens before a position, reduced at each step. */
    default long product(int[] tokens, int position, long modulus) {
        long product = 1;
        for (int i = position - width(); i < position; i++) {
            product = product * tokens[i] % modulus;
        }
        return product;
    }
}
