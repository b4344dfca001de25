package io.scapa.text.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tokens of short pieces that were seen before: most of a text is words that stood a moment ago. Piece and tokens lie
 * packed in one stretch of a table, so that a hit costs one cache line. Pieces of up to 18 ASCII characters or 7 units of
 * other writing fit, and up to three tokens.
 *
 * <p>Lock-free: a place is claimed once, filled, then published, and never changes again; when the table is half full,
 * nothing enters it any more. What it holds is a function of the piece, so results never depend on it.
 */
final class PieceCache {
    /** What {@link #find} answers where it knows nothing. */
    static final long UNKNOWN = 0;

    private static final VarHandle TABLE = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PLACE_BITS = 17;
    private static final int PLACES = 1 << PLACE_BITS;
    private static final int STRIDE = 4;
    private static final int TOKENS_AT = 2;
    private static final int TOKEN_BITS = 18;
    private static final long TOKEN_MASK = (1L << TOKEN_BITS) - 1;
    private static final int MOST_TOKENS = 3;
    private static final int ASCII_PER_WORD = 9;
    private static final int UNITS_PER_WORD = 4;
    private static final int LONGEST_ASCII = 2 * ASCII_PER_WORD;
    private static final int LONGEST = 2 * UNITS_PER_WORD - 1;
    private static final long NOT_ASCII = 0xFFFFL << 48;

    private final long[] table = new long[PLACES * STRIDE];
    private final AtomicInteger entered = new AtomicInteger();

    /** Whether there is room for any piece more. */
    boolean takes() {
        return entered.get() < PLACES / 2;
    }

    /** How many tokens an answer holds, 1 to 3. */
    static int count(long answer) {
        return (int) (answer & 3);
    }

    /** One token of an answer, from 0. */
    static int token(long answer, int which) {
        return (int) (answer >>> 2 + which * TOKEN_BITS & TOKEN_MASK);
    }

    /** The packed tokens of the piece [from, to), or {@link #UNKNOWN}. */
    long find(String text, int from, int to) {
        long first = first(text, from, to);
        if (first == 0) {
            return UNKNOWN;
        }
        long second = second(text, from, to, first);
        for (int place = place(first, second); ; place = next(place)) {
            long there = table[place];
            if (there == 0) {
                return UNKNOWN;
            }
            if (there == first) {
                long answer = (long) TABLE.getAcquire(table, place + TOKENS_AT);
                if (answer == 0 || table[place + 1] == second) {
                    return answer;
                }
            }
        }
    }

    /** Enters the tokens of a piece where piece and tokens fit and there is room. */
    void enter(String text, int from, int to, int[] tokens) {
        long first = first(text, from, to);
        if (first == 0 || tokens.length == 0 || tokens.length > MOST_TOKENS || !takes()) {
            return;
        }
        long second = second(text, from, to, first);
        int place = place(first, second);
        while (!TABLE.compareAndSet(table, place, 0L, first)) {
            boolean same = table[place] == first && table[place + 1] == second;
            if (same || (long) TABLE.getAcquire(table, place + TOKENS_AT) == 0) {
                return;
            }
            place = next(place);
        }
        table[place + 1] = second;
        TABLE.setRelease(table, place + TOKENS_AT, packed(tokens));
        entered.incrementAndGet();
    }

    private static long packed(int[] tokens) {
        long packed = tokens.length;
        for (int i = 0; i < tokens.length; i++) {
            packed |= (long) tokens[i] << 2 + i * TOKEN_BITS;
        }
        return packed;
    }

    private static int place(long first, long second) {
        long mixed = (first ^ second * 0xD6E8FEB86659FD93L) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 64 - PLACE_BITS) * STRIDE;
    }

    private static int next(int place) {
        return place + STRIDE & PLACES * STRIDE - 1;
    }

    /** The first nine characters where all are ASCII, else the first three units under a mark; 0 where the piece is too long. */
    private static long first(String text, int from, int to) {
        if (to - from > LONGEST_ASCII) {
            return 0;
        }
        long word = 1;
        int end = Math.min(to, from + ASCII_PER_WORD);
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x7F) {
                return notAscii(text, from, to);
            }
            word = word << 7 | c;
        }
        for (int i = end; i < to; i++) {
            if (text.charAt(i) >= 0x7F) {
                return notAscii(text, from, to);
            }
        }
        return word;
    }

    private static long notAscii(String text, int from, int to) {
        if (to - from > LONGEST) {
            return 0;
        }
        long word = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return 0; // leading zeros would not show
            }
            word = i < from + UNITS_PER_WORD - 1 ? word << 16 | c : word;
        }
        return NOT_ASCII | word;
    }

    private static long second(String text, int from, int to, long first) {
        boolean ascii = (first & NOT_ASCII) != NOT_ASCII;
        long word = ascii ? 1 : 0;
        for (int i = from + (ascii ? ASCII_PER_WORD : UNITS_PER_WORD - 1); i < to; i++) {
            word = word << (ascii ? 7 : 16) | text.charAt(i);
        }
        return word;
    }
}
