package io.scapa.detection.features;

/**
 * All sequences of 1 to {@code order} tokens, the words in full.
 *
 * @param order the longest sequence, at least 1
 */
public record WordNgrams(int order) implements FeatureFamily {
    @Override
    public String id() {
        return "words-" + order;
    }

    @Override
    public int capacity(FeatureText text) {
        return order * text.tokens();
    }

    @Override
    public int emit(FeatureText text, int[] into, int at) {
        int written = at;
        int tokens = text.tokens();
        for (int i = 0; i < tokens; i++) {
            long hash = 0;
            int to = Math.min(tokens, i + order);
            for (int j = i; j < to; j++) {
                hash = Hashing.append(hash, text.hash(j));
                into[written++] = Hashing.bucket(hash);
            }
        }
        return written - at;
    }
}
