package io.scapa.detection.features;

/**
 * Sequences of 2 to {@code order} tokens in which only function words and marks stay; every other word is a slot that says how
 * it is capitalised. Frames carry syntax and punctuation and no topic.
 *
 * @param order the longest sequence, at least 2
 * @param vocabulary buckets of the words that stay
 */
public record FrameNgrams(int order, BucketSet vocabulary) implements FeatureFamily {
    @Override
    public String id() {
        return "frames-" + order;
    }

    @Override
    public int capacity(FeatureText text) {
        return ElementNgrams.capacity(text, order);
    }

    @Override
    public int emit(FeatureText text, int[] into, int at) {
        int tokens = text.tokens();
        long[] frame = text.room(tokens);
        for (int i = 0; i < tokens; i++) {
            long hash = text.hash(i);
            boolean stays = !text.isWord(i) || vocabulary.contains(Hashing.bucket(hash));
            frame[i] = stays ? hash : ElementNgrams.SLOT + text.kind(i);
        }
        return ElementNgrams.emit(frame, tokens, order, 3, into, at);
    }
}
