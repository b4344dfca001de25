package io.scapa.curation.io;

import io.scapa.curation.table.Bytes;
import io.scapa.provenance.ContentHash;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Lengths of texts in one tokenizer by the hash of their clean view: what was counted once is not counted again, and another text is another
 * hash. Open addressing by the hash's first 16 bytes, 30 to 60 bytes a text. Safe for use by several threads.
 */
public final class TokenCounts {
    private static final int UNKNOWN = -1;

    private final String name;
    private final Tokenizer tokenizer;
    private final Listener listener;
    private long[] keys = new long[2 * 1024];
    private int[] counts = filled(1024);
    private int size;

    /** Is told of each text that had to be counted, by one thread at a time. */
    @FunctionalInterface
    public interface Listener {
        /** A length that was not known before. */
        void counted(ContentHash content, int tokens);
    }

    /** Lengths in a tokenizer that is built in. */
    public static TokenCounts of(String tokenizer) {
        return new TokenCounts(tokenizer, Tokenizers.named(tokenizer), (content, tokens) -> {});
    }

    /**
     * Lengths in a tokenizer.
     *
     * @param name by which its counts are kept
     * @param tokenizer counts what is not known
     * @param listener is told of what was counted
     */
    public TokenCounts(String name, Tokenizer tokenizer, Listener listener) {
        this.name = name;
        this.tokenizer = tokenizer;
        this.listener = listener;
    }

    /** The tokenizer's name. */
    public String tokenizer() {
        return name;
    }

    /** The length of a clean view, counted where it is not known. */
    public int of(ContentHash content, String clean) {
        long[] key = key(content);
        int known = find(key);
        if (known != UNKNOWN) {
            return known;
        }
        int tokens = clean.isBlank() ? 0 : tokenizer.count(clean);
        put(key, content, tokens, true);
        return tokens;
    }

    /** Takes a length that somebody counted before. */
    public void know(ContentHash content, int tokens) {
        if (tokens < 0) {
            throw new IllegalArgumentException("a length is 0 tokens or more, got " + tokens);
        }
        put(key(content), content, tokens, false);
    }

    private static long[] key(ContentHash content) {
        byte[] half = HexFormat.of().parseHex(content.hex(), 0, 32);
        return new long[] {Bytes.longAt(half, 0), Bytes.longAt(half, 8)};
    }

    private synchronized int find(long[] key) {
        return counts[slot(keys, counts, key[0], key[1])];
    }

    private synchronized void put(long[] key, ContentHash content, int tokens, boolean tell) {
        int slot = slot(keys, counts, key[0], key[1]);
        if (counts[slot] != UNKNOWN) {
            return;
        }
        keys[2 * slot] = key[0];
        keys[2 * slot + 1] = key[1];
        counts[slot] = tokens;
        if (++size * 3L > counts.length * 2L) {
            grow();
        }
        if (tell) {
            listener.counted(content, tokens);
        }
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreCounts = filled(counts.length * 2);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != UNKNOWN) {
                int slot = slot(moreKeys, moreCounts, keys[2 * i], keys[2 * i + 1]);
                moreKeys[2 * slot] = keys[2 * i];
                moreKeys[2 * slot + 1] = keys[2 * i + 1];
                moreCounts[slot] = counts[i];
            }
        }
        keys = moreKeys;
        counts = moreCounts;
    }

    private static int slot(long[] keys, int[] counts, long high, long low) {
        int mask = counts.length - 1;
        int at = (int) (high >>> 32) & mask;
        while (counts[at] != UNKNOWN && (keys[2 * at] != high || keys[2 * at + 1] != low)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, UNKNOWN);
        return none;
    }
}
