package io.scapa.simulation.text;

import io.scapa.simulation.random.ChainRandom;

/**
 * A small learned language model: logistic mixing of contexts (Mahoney 2005, gated linear networks' ancestor), one online
 * pass over the bits of the words. Each word number is written as bits, most significant first; the contexts of orders 0 to
 * 3 each keep an adaptive probability per bit in a hashed table, stretched to log odds and mixed by weights that are
 * learned online per bit position. It generalises, since a context never seen leaves the word to the shorter ones, and it
 * samples exactly, bit by bit.
 */
final class MixingModel implements LanguageModel {
    private static final int ORDERS = 4;
    private static final int INPUTS = ORDERS * 2 + 1;
    private static final int TABLE_BITS = 22;
    private static final int LONGEST_SENTENCE = 400;
    private static final double RATE = 0.012;

    private final int bits;
    private final int vocabularySize;
    private final Decoding decoding;
    private final float[][] odds = new float[ORDERS][1 << TABLE_BITS];
    private final byte[][] seen = new byte[ORDERS][1 << TABLE_BITS];
    private final float[][] weights;
    private final float[] inputs = new float[INPUTS];
    private final int[] slots = new int[ORDERS];
    private final long[] hashes = new long[ORDERS];

    MixingModel(Tokens data, int vocabularySize, Decoding decoding) {
        this.vocabularySize = vocabularySize;
        this.decoding = decoding;
        bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(vocabularySize - 1));
        weights = new float[bits * 5][INPUTS];
        for (float[] row : weights) {
            java.util.Arrays.fill(row, 0.3f);
        }
        int a = Tokens.END;
        int b = Tokens.END;
        int c = Tokens.END;
        for (int i = 0; i < data.size(); i++) {
            int word = data.get(i);
            learn(a, b, c, word);
            a = word == Tokens.END ? Tokens.END : b;
            b = word == Tokens.END ? Tokens.END : c;
            c = word;
        }
    }

    private void contexts(int a, int b, int c) {
        hashes[0] = 0x1234567;
        hashes[1] = mix(hashes[0], c + 1);
        hashes[2] = mix(hashes[1], b + 1);
        hashes[3] = mix(hashes[2], a + 1);
    }

    private static long mix(long hash, int word) {
        long h = (hash ^ word) * 0x9e3779b97f4a7c15L;
        return h ^ h >>> 32;
    }

    /** Fills the inputs for a bit and returns the row of weights: by position and by how many contexts were seen before. */
    private float[] predict(int position, int prefix) {
        int known = 0;
        for (int k = 0; k < ORDERS; k++) {
            long h = mix(hashes[k], prefix + (1 << 24));
            int slot = (int) (h >>> 20) & (1 << TABLE_BITS) - 1;
            slots[k] = slot;
            int n = seen[k][slot];
            float o = odds[k][slot];
            inputs[2 * k] = n == 0 ? 0 : o;
            inputs[2 * k + 1] = n == 0 ? 0 : o * Math.min(n, 12) / 12f;
            known += n > 0 ? 1 : 0;
        }
        inputs[INPUTS - 1] = 0.1f;
        return weights[position * 5 + known];
    }

    private double mixed(float[] row) {
        double sum = 0;
        for (int i = 0; i < INPUTS; i++) {
            sum += row[i] * inputs[i];
        }
        return Math.max(-16, Math.min(16, sum));
    }

    private void learn(int a, int b, int c, int word) {
        contexts(a, b, c);
        int prefix = 1;
        for (int position = 0; position < bits; position++) {
            int bit = word >>> bits - 1 - position & 1;
            float[] row = predict(position, prefix);
            double p = 1 / (1 + Math.exp(-mixed(row)));
            float error = (float) ((bit - p) * RATE);
            for (int i = 0; i < INPUTS; i++) {
                row[i] += error * inputs[i];
            }
            for (int k = 0; k < ORDERS; k++) {
                update(k, slots[k], bit);
            }
            prefix = prefix << 1 | bit;
        }
    }

    /** Moves a slot's log odds towards the bit by a step that shrinks with its count: the average of what it saw. */
    private void update(int k, int slot, int bit) {
        int n = seen[k][slot];
        double p = n == 0 ? 0.5 : 1 / (1 + Math.exp(-odds[k][slot]));
        p += (bit - p) / (n + 1.6);
        double held = Math.max(1 / 4096.0, Math.min(4095 / 4096.0, p));
        odds[k][slot] = (float) Math.log(held / (1 - held));
        if (n < 120) {
            seen[k][slot]++;
        }
    }

    @Override
    public void write(int tokens, Tokens into, ChainRandom random) {
        int target = into.size() + tokens;
        while (into.size() < target) {
            sentence(into, random);
        }
    }

    private void sentence(Tokens into, ChainRandom random) {
        int a = Tokens.END;
        int b = Tokens.END;
        int c = Tokens.END;
        for (int length = 0; length < LONGEST_SENTENCE; length++) {
            int word = draw(a, b, c, random);
            into.add(word);
            if (word == Tokens.END) {
                return;
            }
            a = b;
            b = c;
            c = word;
        }
        into.add(Tokens.END);
    }

    /** Draws bit by bit; temperature divides the log odds of every bit; numbers beyond the vocabulary are drawn again. */
    private int draw(int a, int b, int c, ChainRandom random) {
        contexts(a, b, c);
        while (true) {
            int prefix = 1;
            for (int position = 0; position < bits; position++) {
                double logOdds = mixed(predict(position, prefix)) / decoding.temperature();
                int bit = random.nextDouble() * (1 + Math.exp(-logOdds)) < 1 ? 1 : 0;
                prefix = prefix << 1 | bit;
            }
            int word = prefix - (1 << bits);
            if (word < vocabularySize) {
                return word;
            }
        }
    }
}
