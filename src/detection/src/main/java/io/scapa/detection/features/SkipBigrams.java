package io.scapa.detection.features;

/**
 * Pairs of tokens with 1 to {@code most} others between them, which stand for constructions whatever fills them (skip-grams;
 * Guthrie et al. 2006).
 *
 * @param most how many tokens may stand between, at least 1
 */
public record SkipBigrams(int most) implements FeatureFamily {
    @Override
    public String id() {
        return "skips-" + most;
    }

    @Override
    public int capacity(FeatureText text) {
        return most * text.tokens();
    }

    @Override
    public int emit(FeatureText text, int[] into, int at) {
        int written = at;
        int tokens = text.tokens();
        for (int i = 0; i < tokens; i++) {
            long first = text.hash(i);
            int to = Math.min(tokens, i + most + 2);
            for (int j = i + 2; j < to; j++) {
                into[written++] = Hashing.bucket(Hashing.append(first + j - i, text.hash(j)));
            }
        }
        return written - at;
    }
}
