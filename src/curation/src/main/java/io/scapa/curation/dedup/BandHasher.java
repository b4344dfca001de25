package io.scapa.curation.dedup;

import io.scapa.curation.recipe.NearDedupSettings;

/**
 * The bands of a MinHash signature. The i-th hash of a set is the minimum of {@code high32(a_i x + b_i)} over its shingles, with a
 * odd: multiply-shift hashing (M. Dietzfelbinger et al., "A reliable randomized algorithm for the closest-pair problem", 1997).
 * Constants are fixed, so that signatures of different runs can be compared. Not safe for several threads.
 */
public final class BandHasher {
    private final int bands;
    private final int rows;
    private final long[] multipliers;
    private final long[] increments;
    private final int[] minima;

    public BandHasher(NearDedupSettings settings) {
        bands = settings.bands();
        rows = settings.rows();
        int hashes = bands * rows;
        multipliers = new long[hashes];
        increments = new long[hashes];
        minima = new int[hashes];
        for (int i = 0; i < hashes; i++) {
            multipliers[i] = WordShingles.mix(2L * i + 1) | 1;
            increments[i] = WordShingles.mix(2L * i + 2);
        }
    }

    /**
     * One 32-bit hash per band.
     *
     * @param shingles a set that is not empty
     */
    public int[] bands(long[] shingles) {
        for (int i = 0; i < minima.length; i++) {
            minima[i] = minimum(shingles, multipliers[i], increments[i]);
        }
        int[] result = new int[bands];
        for (int band = 0; band < bands; band++) {
            long hash = band + 1;
            for (int row = band * rows; row < (band + 1) * rows; row++) {
                hash = WordShingles.mix(hash * 31 + minima[row]);
            }
            result[band] = (int) (hash >>> 32);
        }
        return result;
    }

    /** The hot loop: one pass over the shingles per hash keeps it in registers. */
    private static int minimum(long[] shingles, long multiplier, long increment) {
        int minimum = Integer.MAX_VALUE;
        for (long shingle : shingles) {
            minimum = Math.min(minimum, (int) ((multiplier * shingle + increment) >> 32));
        }
        return minimum;
    }
}
