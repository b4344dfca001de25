package io.scapa.detection.features;

/** Sequences of 2 to some number of elements, which stand for tokens: what {@link FrameNgrams} and {@link ClassNgrams} share. */
final class ElementNgrams {
    /** An element across which no sequence reaches. */
    static final long GAP = Long.MIN_VALUE;

    /** What stands for a word of no element of its own, plus its kind. */
    static final int SLOT = 0x51_07;

    private ElementNgrams() {}

    /** The most sequences that a text has. */
    static int capacity(FeatureText text, int order) {
        return (order - 1) * text.tokens();
    }

    /**
     * Writes the sequences' buckets.
     *
     * @param elements one a token, the first {@code tokens} of them
     * @param order the longest sequence
     * @param start what every sequence's hash starts from
     * @return how many were written
     */
    static int emit(long[] elements, int tokens, int order, long start, int[] into, int at) {
        int written = at;
        for (int i = 0; i + 1 < tokens; i++) {
            if (elements[i] == GAP) {
                continue;
            }
            long hash = Hashing.append(start, elements[i]);
            int to = Math.min(tokens, i + order);
            for (int j = i + 1; j < to && elements[j] != GAP; j++) {
                hash = Hashing.append(hash, elements[j]);
                into[written++] = Hashing.bucket(hash);
            }
        }
        return written - at;
    }
}
