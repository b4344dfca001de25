package io.scapa.detection.features;

/**
 * How sentences are built: what each starts with (1 to 3 tokens), how long each is (in bins), which marks follow one another
 * (2 to 4), and which words are capitalised, at a sentence's start or within it.
 */
public record SentenceShapes() implements FeatureFamily {
    private static final int START = 0x73_01, LENGTH = 0x73_02, MARKS = 0x73_03, CAPITAL = 0x73_04;
    private static final int MOST_MARKS = 4;

    @Override
    public String id() {
        return "sentences";
    }

    @Override
    public int capacity(FeatureText text) {
        return 9 * text.tokens();
    }

    @Override
    public int emit(FeatureText text, int[] into, int at) {
        int written = at;
        int tokens = text.tokens();
        boolean starts = true;
        int words = 0;
        for (int i = 0; i < tokens; i++) {
            if (starts) {
                written = starts(text, i, into, written);
            }
            byte kind = text.kind(i);
            if (kind == FeatureText.CAPITALISED || kind == FeatureText.CAPITALS) {
                long hash = Hashing.append(CAPITAL + 2 * kind + (starts ? 1 : 0), text.hash(i));
                into[written++] = Hashing.bucket(hash);
            }
            starts = text.endsSentence(i);
            if (starts) {
                into[written++] = Hashing.bucket(Hashing.append(LENGTH, bin(words)));
            }
            words = starts ? 0 : words + 1;
        }
        return marks(text, into, written) - at;
    }

    private static int starts(FeatureText text, int from, int[] into, int at) {
        int written = at;
        long hash = START;
        int to = Math.min(text.tokens(), from + 3);
        for (int i = from; i < to; i++) {
            hash = Hashing.append(hash, text.hash(i));
            into[written++] = Hashing.bucket(hash);
        }
        return written;
    }

    private static int marks(FeatureText text, int[] into, int at) {
        int written = at;
        long[] last = new long[MOST_MARKS];
        int seen = 0;
        for (int i = 0; i < text.tokens(); i++) {
            if (text.isWord(i)) {
                continue;
            }
            last[seen++ % MOST_MARKS] = text.hash(i);
            long hash = Hashing.append(MARKS, text.hash(i));
            for (int back = 1; back < Math.min(seen, MOST_MARKS); back++) {
                hash = Hashing.append(hash, last[(seen - 1 - back) % MOST_MARKS]);
                into[written++] = Hashing.bucket(hash);
            }
        }
        return written;
    }

    /** Bins of 1 token to 3, of 4 to 23, of 8 to 63, then all. */
    private static int bin(int tokens) {
        if (tokens < 4) {
            return tokens;
        }
        return tokens < 24 ? 4 + (tokens - 4) / 4 : tokens < 64 ? 9 + (tokens - 24) / 8 : 14;
    }
}
