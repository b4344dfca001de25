package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.random.Philox;

/** vLLM's pseudo-random function {@code philox4x32-10-v1}: a context is absorbed once, then gives every token's uniform. */
final class PhiloxContext {
    private static final int DOMAIN = 0x574D4358;
    private static final int TOKEN_DOMAIN = 0x574D544B;

    private final int key0;
    private final int key1;
    private final int[] state = new int[4];
    private final int[] out = new int[4];

    PhiloxContext(long key) {
        this.key0 = (int) key;
        this.key1 = (int) (key >>> 32);
    }

    /** Absorbs the tokens [from, to), four at a time; a short last block is filled from 0xFFFFFFFF downwards. */
    void enter(int[] tokens, int from, int to) {
        int width = to - from;
        state[0] = DOMAIN;
        state[1] = width;
        state[2] = 0;
        state[3] = 0;
        for (int offset = 0; offset < width; offset += 4) {
            Philox.generate(
                    state[0] ^ at(tokens, from, width, offset),
                    state[1] ^ at(tokens, from, width, offset + 1),
                    state[2] ^ at(tokens, from, width, offset + 2),
                    state[3] ^ at(tokens, from, width, offset + 3),
                    key0 ^ offset,
                    key1,
                    state);
        }
    }

    private static int at(int[] tokens, int from, int width, int index) {
        return index < width ? tokens[from + index] : -1 - (index & 3);
    }

    /** The random word of a token. */
    int word(int token) {
        Philox.generate(token >>> 2, state[0], state[1], state[2], key0 ^ state[3], key1 ^ TOKEN_DOMAIN, out);
        return out[token & 3];
    }

    /** The uniform of a token in (0, 1): 24 bits plus one, over 2^24 + 1, in single precision. */
    float uniform(int token) {
        return (float) (((word(token) >>> 8) + 1) / (double) ((1 << 24) + 1));
    }
}
