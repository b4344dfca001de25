package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.random.TorchRandom;
import io.scapa.provenance.ContentHash;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The hash behind SynthID's g-values: h = (h + x) * 6364136223846793005 + 1 over the n-gram, then once more for each
 * layer's key; the bit comes from a table (transformers) or from twelve further rounds (google-deepmind). Immutable; a
 * {@link Reader} holds the scratch of one thread.
 */
final class GHash {
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final int ROUNDS = 12;

    private final long[] keys;
    private final long start;
    private final byte[] table;

    private GHash(long[] keys, long start, byte[] table) {
        this.keys = keys;
        this.start = start;
        this.table = table;
    }

    /** transformers: starts at 1; the table holds the low bits of torch's CPU stream. */
    static GHash transformers(long[] keys, long tableSeed, int tableSize) {
        TorchRandom random = new TorchRandom(tableSeed);
        byte[] table = new byte[tableSize];
        for (int i = 0; i < tableSize; i++) {
            table[i] = (byte) random.nextBetween(0, 2);
        }
        return new GHash(keys, 1, table);
    }

    /** google-deepmind: starts at a hash of the keys. */
    static GHash deepMind(long[] keys) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * keys.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long key : keys) {
            bytes.putLong(key);
        }
        BigInteger hash = new BigInteger(1, ContentHash.sha256().digest(bytes.array()));
        return new GHash(keys, hash.mod(BigInteger.valueOf(Long.MAX_VALUE)).longValue(), new byte[0]);
    }

    /** Number of layers. */
    int depth() {
        return keys.length;
    }

    /** Where the hash of an n-gram or context starts. */
    long start() {
        return start;
    }

    /** Share of one bits in unmarked text: exactly that of the table, which is drawn once, or a half. */
    double shareOfOnes() {
        if (table.length == 0) {
            return 0.5;
        }
        int ones = 0;
        for (byte bit : table) {
            ones += bit;
        }
        return (double) ones / table.length;
    }

    /** The hash of the tokens [from, to) going on from a value. */
    static long fold(long hash, int[] tokens, int from, int to) {
        long folded = hash;
        for (int i = from; i < to; i++) {
            folded = (folded + tokens[i]) * MULTIPLIER + 1;
        }
        return folded;
    }

    /** A reader for one thread. */
    Reader reader() {
        return new Reader();
    }

    /** Reads bits with scratch of its own. */
    final class Reader {
        private final long[] hashes = new long[keys.length];

        private Reader() {}

        /** How many layers give a one for the n-gram [from, to). */
        int ones(int[] tokens, int from, int to) {
            return ones(fold(start, tokens, from, to));
        }

        /** The bit of every layer for the n-gram [from, to). */
        void bits(int[] tokens, int from, int to, byte[] out) {
            bits(fold(start, tokens, from, to), out);
        }

        /** The bit of every layer for an n-gram's hash. */
        void bits(long ngram, byte[] out) {
            layers(ngram);
            for (int layer = 0; layer < hashes.length; layer++) {
                out[layer] = (byte) bit(hashes[layer]);
            }
        }

        private int ones(long ngram) {
            layers(ngram);
            int ones = 0;
            for (long hash : hashes) {
                ones += bit(hash);
            }
            return ones;
        }

        private void layers(long ngram) {
            for (int layer = 0; layer < hashes.length; layer++) {
                hashes[layer] = (ngram + keys[layer]) * MULTIPLIER + 1;
            }
            if (table.length == 0) {
                for (int round = 0; round < ROUNDS; round++) {
                    for (int layer = 0; layer < hashes.length; layer++) {
                        hashes[layer] = ((hashes[layer] + 1) * MULTIPLIER + 1) >> 5;
                    }
                }
            }
        }

        private int bit(long hash) {
            return table.length == 0 ? (int) (hash >> 30) & 1 : table[index(hash)];
        }

        private int index(long hash) {
            int size = table.length;
            return (size & (size - 1)) == 0 ? (int) hash & (size - 1) : (int) Math.floorMod(hash, (long) size);
        }
    }
}
