package io.scapa.curation.dedup;

import java.util.Arrays;

/**
 * The set of word shingles of a text, as 64-bit hashes. Words are runs of letters and digits in lower case; scripts that write
 * without spaces (Han, Kana, Thai, Lao, Khmer, Burmese) count each code point as a word. A text shorter than a shingle is one
 * shingle. Not safe for several threads: buffers are kept.
 */
public final class WordShingles {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final int words;
    private long[] wordHashes = new long[1024];
    private long[] shingles = new long[1024];

    public WordShingles(int words) {
        this.words = words;
    }

    /** The distinct shingles in ascending order; empty where the text has no word. */
    public long[] of(String text) {
        int count = hashWords(text);
        if (count == 0) {
            return new long[0];
        }
        int size = Math.max(1, count - words + 1);
        if (shingles.length < size) {
            shingles = new long[size * 2];
        }
        for (int i = 0; i < size; i++) {
            long hash = FNV_OFFSET;
            for (int w = i; w < Math.min(count, i + words); w++) {
                hash = mix(hash ^ wordHashes[w]);
            }
            shingles[i] = hash;
        }
        Arrays.sort(shingles, 0, size);
        return distinct(size);
    }

    /** How many words a text has. */
    public static int words(String text) {
        return new WordShingles(1).hashWords(text);
    }

    /** The Jaccard similarity of two ascending sets; two empty sets have 0. */
    public static double jaccard(long[] a, long[] b) {
        int i = 0;
        int j = 0;
        int both = 0;
        while (i < a.length && j < b.length) {
            int order = Long.compare(a[i], b[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int either = a.length + b.length - both;
        return either == 0 ? 0 : (double) both / either;
    }

    private long[] distinct(int size) {
        int kept = 1;
        for (int i = 1; i < size; i++) {
            if (shingles[i] != shingles[kept - 1]) {
                shingles[kept++] = shingles[i];
            }
        }
        return Arrays.copyOf(shingles, kept);
    }

    private int hashWords(String text) {
        int count = 0;
        long hash = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.charAt(i);
            if (c < 128) {
                i++;
                int folded = c >= 'A' && c <= 'Z' ? c + 32 : c;
                boolean letter = folded >= 'a' && folded <= 'z' || folded >= '0' && folded <= '9';
                if (letter) {
                    hash = ((inside ? hash : FNV_OFFSET) ^ folded) * FNV_PRIME;
                } else if (inside) {
                    count = put(count, hash);
                }
                inside = letter;
            } else {
                int point = text.codePointAt(i);
                i += Character.charCount(point);
                boolean letter = Character.isLetterOrDigit(point);
                if (letter && isOwnWord(point)) {
                    count = inside ? put(count, hash) : count;
                    count = put(count, (FNV_OFFSET ^ point) * FNV_PRIME);
                    inside = false;
                } else if (letter) {
                    hash = ((inside ? hash : FNV_OFFSET) ^ Character.toLowerCase(point)) * FNV_PRIME;
                    inside = true;
                } else if (inside) {
                    count = put(count, hash);
                    inside = false;
                }
            }
        }
        return inside ? put(count, hash) : count;
    }

    private int put(int count, long hash) {
        if (count == wordHashes.length) {
            wordHashes = Arrays.copyOf(wordHashes, count * 2);
        }
        wordHashes[count] = mix(hash);
        return count + 1;
    }

    private static boolean isOwnWord(int point) {
        if (point < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** The finaliser of SplitMix64: a bijection that spreads every bit. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
