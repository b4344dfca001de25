package io.scapa.curation.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many short texts as UTF-8 in a few large blocks: no object per text. */
final class Arena {
    private static final int BLOCK = 1 << 20;

    /** Bits of a length, and of a position within a block; the rest of a long names the block. */
    private static final int LENGTH_BITS = 20;

    private static final int POSITION_BITS = 21;

    private final List<byte[]> blocks = new ArrayList<>();
    private int used = BLOCK;
    private long[] starts = new long[1024];
    private int size;

    /** Adds a text; its index is the number of texts before it. */
    void add(byte[] utf8) {
        if (utf8.length >= BLOCK) {
            throw new IllegalArgumentException(
                    "an id of " + utf8.length + " bytes is too long, the limit is " + (BLOCK - 1));
        }
        if (used + utf8.length >= BLOCK) {
            blocks.add(new byte[BLOCK]);
            used = 0;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size + (size >> 1));
        }
        starts[size++] = ((long) (blocks.size() - 1) << (LENGTH_BITS + POSITION_BITS))
                | ((long) used << LENGTH_BITS)
                | utf8.length;
        System.arraycopy(utf8, 0, blocks.getLast(), used, utf8.length);
        used += utf8.length;
    }

    String text(int index) {
        return new String(block(index), from(index), length(index), StandardCharsets.UTF_8);
    }

    byte[] bytes(int index) {
        return Arrays.copyOfRange(block(index), from(index), from(index) + length(index));
    }

    int compare(int a, int b) {
        return Arrays.compareUnsigned(block(a), from(a), from(a) + length(a), block(b), from(b), from(b) + length(b));
    }

    boolean equals(int index, byte[] utf8) {
        return Arrays.equals(block(index), from(index), from(index) + length(index), utf8, 0, utf8.length);
    }

    private byte[] block(int index) {
        return blocks.get((int) (starts[index] >>> (LENGTH_BITS + POSITION_BITS)));
    }

    private int from(int index) {
        return (int) (starts[index] >>> LENGTH_BITS) & ((1 << POSITION_BITS) - 1);
    }

    private int length(int index) {
        return (int) starts[index] & (BLOCK - 1);
    }
}
