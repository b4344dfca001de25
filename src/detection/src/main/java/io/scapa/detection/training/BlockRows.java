package io.scapa.detection.training;

import java.util.Arrays;

/**
 * Rows of features as a head sees them that reads some blocks of a combined family. Features are numbered block by block, so a
 * row's features of a block are one stretch of it.
 *
 * @param features each row's features, ascending
 * @param starts the number of each block's first feature; one more entry, the number of features
 * @param reads the blocks that are read, one bit each
 */
record BlockRows(int[][] features, int[] starts, int reads) {
    /** Stretches {@code [from, to)} of consecutive blocks that are read, as pairs of feature numbers. */
    int[] stretches() {
        int[] pairs = new int[2 * starts.length];
        int n = 0;
        for (int block = 0; block + 1 < starts.length; block++) {
            if ((reads >>> block & 1) == 0) {
                continue;
            }
            if (n > 0 && pairs[n - 1] == starts[block]) {
                pairs[n - 1] = starts[block + 1];
            } else {
                pairs[n++] = starts[block];
                pairs[n++] = starts[block + 1];
            }
        }
        return Arrays.copyOf(pairs, n);
    }

    /** Where in a row the features from {@code feature} on start. */
    int position(int row, int feature) {
        int[] r = features[row];
        if (feature == 0 || r.length == 0 || feature <= r[0]) {
            return 0;
        }
        if (feature > r[r.length - 1]) {
            return r.length;
        }
        int at = Arrays.binarySearch(r, feature);
        return at >= 0 ? at : -at - 1;
    }

    /** One over the length of every row; 0 for an empty one. */
    float[] scales(float[] idf) {
        int[] stretches = stretches();
        float[] scales = new float[features.length];
        for (int row = 0; row < scales.length; row++) {
            double squares = 0;
            for (int s = 0; s < stretches.length; s += 2) {
                int to = position(row, stretches[s + 1]);
                for (int k = position(row, stretches[s]); k < to; k++) {
                    double value = idf[features[row][k]];
                    squares += value * value;
                }
            }
            scales[row] = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        }
        return scales;
    }
}
