package io.scapa.detection.watermark.scheme;

/**
 * SynthID's detector scores over the counted n-grams.
 *
 * @param counted n-grams that count
 * @param mean share of ones
 * @param weightedMean share of ones with layers weighted from 10 down to 1, the weights' mean being 1
 */
record SynthIdScores(int counted, double mean, double weightedMean) {
    static SynthIdScores of(byte[][] values, boolean[] counted, int depth) {
        double[] weights = weights(depth);
        int rows = 0;
        long ones = 0;
        double weighted = 0;
        for (int row = 0; row < values.length; row++) {
            if (counted[row]) {
                rows++;
                for (int layer = 0; layer < depth; layer++) {
                    ones += values[row][layer];
                    weighted += weights[layer] * values[row][layer];
                }
            }
        }
        double all = (double) rows * depth;
        return new SynthIdScores(rows, ones / all, weighted / all);
    }

    private static double[] weights(int depth) {
        double[] weights = new double[depth];
        double sum = 0;
        for (int layer = 0; layer < depth; layer++) {
            weights[layer] = depth == 1 ? 10 : 10 - 9.0 * layer / (depth - 1);
            sum += weights[layer];
        }
        for (int layer = 0; layer < depth; layer++) {
            weights[layer] *= depth / sum;
        }
        return weights;
    }
}
