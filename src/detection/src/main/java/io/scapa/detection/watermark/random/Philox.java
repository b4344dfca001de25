package io.scapa.detection.watermark.random;

/**
 * Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): four words of counter and two of
 * key to four random words. Writes into an array of four that the caller owns.
 */
public final class Philox {
    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final long WORD = 0xFFFFFFFFL;

    private Philox() {}

    /** Ten rounds of the bijection on a counter under a key. */
    public static void generate(int c0, int c1, int c2, int c3, int k0, int k1, int[] out) {
        int key0 = k0;
        int key1 = k1;
        for (int round = 0; round < 10; round++) {
            long low = M0 * (c0 & WORD);
            long high = M1 * (c2 & WORD);
            c0 = (int) (high >>> 32) ^ c1 ^ key0;
            c1 = (int) high;
            c2 = (int) (low >>> 32) ^ c3 ^ key1;
            c3 = (int) low;
            key0 += W0;
            key1 += W1;
        }
        out[0] = c0;
        out[1] = c1;
        out[2] = c2;
        out[3] = c3;
    }
}
