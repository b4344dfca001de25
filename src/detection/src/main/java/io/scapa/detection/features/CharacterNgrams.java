package io.scapa.detection.features;

/**
 * All stretches of {@code shortest} to {@code longest} characters of the canonical text, word borders included.
 *
 * @param shortest at least 1
 * @param longest at least {@code shortest}
 */
public record CharacterNgrams(int shortest, int longest) implements FeatureFamily {
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    @Override
    public String id() {
        return "characters-" + shortest + "-" + longest;
    }

    @Override
    public int capacity(FeatureText text) {
        return (longest - shortest + 1) * text.length();
    }

    @Override
    public int emit(FeatureText text, int[] into, int at) {
        char[] c = text.canonical();
        int length = text.length();
        int written = at;
        for (int i = 0; i < length; i++) {
            long hash = 0;
            int to = Math.min(length, i + longest);
            for (int j = i; j < to; j++) {
                hash = (hash + c[j] + 1) * MULTIPLIER;
                hash ^= hash >>> 32;
                if (j - i >= shortest - 1) {
                    into[written++] = Hashing.bucket((hash + j - i) * 0xbf58476d1ce4e5b9L);
                }
            }
        }
        return written - at;
    }
}
