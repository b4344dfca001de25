package io.scapa.text.token;

import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.IntArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Byte-pair merges of short pieces (Sennrich, Haddow and Birch 2016), by the ranks of a published vocabulary, without an object a
 * byte: of the neighbouring parts whose join is a token, the join of the lowest rank is made first, the leftmost of equals.
 * Immutable.
 */
final class ByteMerges {
    private static final int LONGEST = 128;
    private static final int NONE = Integer.MAX_VALUE;
    private static final int BYTES = 256;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long[] POWERS = powers();

    /** Rank bits of an entry of the table; the others are its hash. */
    private static final int RANK_BITS = 18;

    private static final long RANK_MASK = (1L << RANK_BITS) - 1;

    private final int[] singles = new int[BYTES];
    private final int[] pairs = new int[BYTES * BYTES];
    private final byte[][] tokens;
    private final long[] table;

    private ByteMerges(int vocabularySize) {
        Arrays.fill(singles, NONE);
        Arrays.fill(pairs, NONE);
        tokens = new byte[vocabularySize][];
        table = new long[4 * Integer.highestOneBit(vocabularySize)];
    }

    /** The merges of an encoding; special tokens are none of them. */
    static ByteMerges of(Encoding encoding, int vocabularySize) {
        ByteMerges merges = new ByteMerges(vocabularySize);
        for (int id = 0; id < vocabularySize; id++) {
            byte[] token = token(encoding, id);
            if (token != null && !isSpecial(token)) {
                merges.enter(token, id);
            }
        }
        return merges;
    }

    private static byte @Nullable [] token(Encoding encoding, int id) {
        IntArrayList one = new IntArrayList(1);
        one.add(id);
        try {
            return encoding.decodeBytes(one);
        } catch (NullPointerException e) {
            return null; // how jtokkit says that no token has this number
        }
    }

    private static boolean isSpecial(byte[] token) {
        int last = token.length - 1;
        return last > 3 && token[0] == '<' && token[1] == '|' && token[last - 1] == '|' && token[last] == '>';
    }

    private static long[] powers() {
        long[] powers = new long[LONGEST + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * MULTIPLIER;
        }
        return powers;
    }

    private void enter(byte[] token, int id) {
        tokens[id] = token;
        if (token.length == 1) {
            singles[token[0] & 0xff] = id;
        } else if (token.length == 2) {
            pairs[(token[0] & 0xff) << 8 | token[1] & 0xff] = id;
        } else if (token.length <= LONGEST) {
            long hash = hash(prefixes(token, token.length), 0, token.length);
            int at = place(hash);
            while (table[at] != 0) {
                at = at + 1 & table.length - 1;
            }
            table[at] = hash & ~RANK_MASK | id + 1;
        }
    }

    /** The tokens of the piece [from, to) of a text; null where the piece is too long or has a surrogate. */
    int @Nullable [] encode(String text, int from, int to) {
        byte[] piece = new byte[3 * Math.min(LONGEST, to - from)];
        int size = to - from > LONGEST ? -1 : utf8(text, from, to, piece);
        if (size < 0 || size > LONGEST) {
            return null;
        }
        long[] prefixes = prefixes(piece, size);
        int whole = rank(piece, prefixes, 0, size);
        if (whole != NONE) {
            return new int[] {whole};
        }
        int[] starts = new int[size + 1];
        int[] ids = new int[merge(piece, prefixes, size, starts)];
        for (int p = 0; p < ids.length; p++) {
            ids[p] = rank(piece, prefixes, starts[p], starts[p + 1]);
        }
        return ids;
    }

    /** How many tokens {@link #encode} gives; -1 where it gives null. */
    int count(String text, int from, int to) {
        byte[] piece = new byte[3 * Math.min(LONGEST, to - from)];
        int size = to - from > LONGEST ? -1 : utf8(text, from, to, piece);
        if (size < 0 || size > LONGEST) {
            return -1;
        }
        long[] prefixes = prefixes(piece, size);
        return rank(piece, prefixes, 0, size) != NONE ? 1 : merge(piece, prefixes, size, new int[size + 1]);
    }

    /** The bytes of a piece; -1 where it has a surrogate. */
    private static int utf8(String text, int from, int to, byte[] into) {
        int size = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                into[size++] = (byte) c;
            } else if (c < 0x800) {
                into[size++] = (byte) (0xc0 | c >> 6);
                into[size++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isSurrogate(c)) {
                return -1;
            } else {
                into[size++] = (byte) (0xe0 | c >> 12);
                into[size++] = (byte) (0x80 | c >> 6 & 0x3f);
                into[size++] = (byte) (0x80 | c & 0x3f);
            }
        }
        return size;
    }

    /** How many parts are left when nothing more can be joined, and where they start. */
    private int merge(byte[] piece, long[] prefixes, int size, int[] starts) {
        int[] ranks = new int[size];
        for (int p = 0; p <= size; p++) {
            starts[p] = p;
        }
        for (int p = 0; p + 1 < size; p++) {
            ranks[p] = rank(piece, prefixes, p, p + 2);
        }
        int parts = size;
        while (true) {
            int least = 0;
            for (int p = 1; p + 1 < parts; p++) {
                least = ranks[p] < ranks[least] ? p : least;
            }
            if (parts < 2 || ranks[least] == NONE) {
                break;
            }
            System.arraycopy(starts, least + 2, starts, least + 1, parts - least - 1);
            System.arraycopy(ranks, least + 1, ranks, least, parts - least - 1);
            parts--;
            for (int p = Math.max(0, least - 1); p <= least && p + 1 < parts; p++) {
                ranks[p] = rank(piece, prefixes, starts[p], starts[p + 2]);
            }
        }
        return parts;
    }

    /** The rank of the bytes [from, to) of a piece; {@link #NONE} where they are no token. */
    private int rank(byte[] piece, long[] prefixes, int from, int to) {
        int size = to - from;
        if (size == 1) {
            return singles[piece[from] & 0xff];
        }
        if (size == 2) {
            return pairs[(piece[from] & 0xff) << 8 | piece[from + 1] & 0xff];
        }
        long hash = hash(prefixes, from, to);
        for (int at = place(hash); table[at] != 0; at = at + 1 & table.length - 1) {
            int id = (int) (table[at] & RANK_MASK) - 1;
            if (((table[at] ^ hash) & ~RANK_MASK) == 0
                    && Arrays.equals(tokens[id], 0, tokens[id].length, piece, from, to)) {
                return id;
            }
        }
        return NONE;
    }

    /** For each place in a piece a hash of the bytes before it. */
    private static long[] prefixes(byte[] piece, int size) {
        long[] prefixes = new long[size + 1];
        for (int i = 0; i < size; i++) {
            prefixes[i + 1] = prefixes[i] * MULTIPLIER + (piece[i] & 0xff) + 1;
        }
        return prefixes;
    }

    /** The hash of the bytes [from, to) (Karp and Rabin 1987). */
    private static long hash(long[] prefixes, int from, int to) {
        long hash = prefixes[to] - prefixes[from] * POWERS[to - from];
        hash ^= hash >>> 32;
        hash *= 0xD6E8FEB86659FD93L;
        return hash ^ hash >>> 29;
    }

    private int place(long hash) {
        return (int) (hash >>> 20) & table.length - 1;
    }
}
