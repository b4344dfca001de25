package io.scapa.curation.filter;

import java.util.Arrays;
import java.util.List;

/** Counts the word n-grams of one text for n = 1, 2, 3, ... in turn, by 64-bit hashes in an open-addressing table. */
final class NGramCounts {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] words;
    private final int[] lengths;
    private final long[] grams;
    private final long[] keys;
    private final int[] counts;
    private int n;

    NGramCounts(List<String> text) {
        words = new long[text.size()];
        lengths = new int[text.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = hash(text.get(i));
            lengths[i] = text.get(i).length();
        }
        grams = new long[words.length];
        int capacity = Integer.highestOneBit(Math.max(4, words.length)) * 4;
        keys = new long[capacity];
        counts = new int[capacity];
    }

    /** Characters of all words. */
    int characters() {
        return Arrays.stream(lengths).sum();
    }

    /** Characters in all occurrences of the most frequent n-gram, the longest of several; 0 where none occurs twice. */
    int topCharacters(int size) {
        advanceTo(size);
        int most = 1;
        int characters = 0;
        for (int i = 0; i + n <= words.length; i++) {
            int count = count(grams[i]);
            if (count > most) {
                most = count;
                characters = count * charactersOf(i, i + n);
            } else if (count == most && most > 1) {
                characters = Math.max(characters, count * charactersOf(i, i + n));
            }
        }
        return characters;
    }

    /** Characters that lie in an n-gram that occurred before, each character once. */
    int duplicateCharacters(int size) {
        advanceTo(size);
        int covered = 0;
        int coveredUntil = 0;
        for (int i = 0; i + n <= words.length; i++) {
            if (count(grams[i]) > 1) {
                covered += charactersOf(Math.max(i, coveredUntil), i + n);
                coveredUntil = i + n;
            }
        }
        return covered;
    }

    /** Extends each gram by a word until it has the size; the table is emptied for it. */
    private void advanceTo(int size) {
        if (size < n) {
            throw new IllegalArgumentException("n-grams are counted in ascending order, got " + size + " after " + n);
        }
        for (; n < size; n++) {
            for (int i = 0; i + n < words.length; i++) {
                grams[i] = mix(grams[i] + words[i + n]);
            }
        }
        Arrays.fill(counts, 0);
    }

    private int count(long gram) {
        int mask = keys.length - 1;
        int at = (int) (gram >>> 20) & mask;
        while (counts[at] != 0 && keys[at] != gram) {
            at = (at + 1) & mask;
        }
        keys[at] = gram;
        return ++counts[at];
    }

    private int charactersOf(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += lengths[i];
        }
        return sum;
    }

    private static long hash(String word) {
        long hash = word.length();
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * SPREAD;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) * SPREAD;
    }
}
