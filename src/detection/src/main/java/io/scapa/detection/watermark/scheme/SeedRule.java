package io.scapa.detection.watermark.scheme;

/** How a green-list scheme seeds the list under which a token is judged. Pure and thread-safe. */
interface SeedRule {
    /** Tokens of the n-gram, the judged token included: positions before {@code ngram() - 1} cannot be judged. */
    int ngram();

    /** First position that is judged. */
    default int first() {
        return ngram() - 1;
    }

    /** Whether the judged token seeds its own list. */
    boolean selfSeeded();

    /**
     * The generator's seed for the token at a position.
     *
     * @param tokens holds the position and the {@code ngram() - 1} tokens before it
     */
    long seed(int[] tokens, int position);
}
