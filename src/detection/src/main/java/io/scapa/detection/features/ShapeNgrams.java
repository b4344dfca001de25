package io.scapa.detection.features;

/**
 * De-lexicalised sequences of 1 to {@code order} tokens: function words and other words of wide use stay, every other word
 * is its capital flag and its last three letters. Carries no topic, so that it can be trained on all data.
 *
 * @param order the longest sequence, at least 1
 * @param vocabulary buckets of the words that stay
 */
public record ShapeNgrams(int order, BucketSet vocabulary) implements FeatureFamily {
    @Override
    public String id() {
        return "shapes-" + order;
    }

    @Override
    public int capacity(FeatureText text) {
        return order * text.tokens();
    }

    @Override
    public int emit(FeatureText text, int[] into, int at) {
        int written = at;
        int tokens = text.tokens();
        long[] shapes = text.room(tokens);
        for (int i = 0; i < tokens; i++) {
            shapes[i] = shape(text, i);
        }
        for (int i = 0; i < tokens; i++) {
            long hash = 1;
            int to = Math.min(tokens, i + order);
            for (int j = i; j < to; j++) {
                hash = Hashing.append(hash, shapes[j]);
                into[written++] = Hashing.bucket(hash);
            }
        }
        return written - at;
    }

    private long shape(FeatureText text, int token) {
        long hash = text.hash(token);
        if (!text.isWord(token) || vocabulary.contains(Hashing.bucket(hash))) {
            return hash + text.kind(token);
        }
        int size = text.size(token);
        int to = text.start(token) + size;
        long ending = size <= 4 ? 0 : Hashing.of(text.canonical(), to - 3, to);
        return Hashing.append(text.kind(token) == FeatureText.WORD ? 2 : 3, ending);
    }
}
