package io.scapa.detection.training;

import io.scapa.detection.features.Hashing;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Logistic regression over sparse binary rows, row by row: each feature's step shrinks with the squares of its own gradients
 * (AdaGrad: Duchi, Hazan and Singer 2011), so that a rare feature moves as far as a common one, and a share of the features is
 * hidden from each step where that is asked for (Wager, Wang and Liang 2013, Dropout training as adaptive regularization). The
 * weights may be the mean of those on the way (Polyak and Juditsky 1992). A pass or two is all; what keeps it from fitting the
 * sources is that it stops. Rows are those of
 * {@link WeightedLogisticRegression}; what a step sees of one is scaled to unit length. Deterministic for a seed.
 */
final class AdaptiveLogisticRegression {
    /** What every feature's sum of squared gradients starts from. */
    private static final float START = 0.01f;
    /** The intercept's rate is that of the features times this. */
    private static final double INTERCEPT = 0.01;
    /** No row weighs more than so many times the mean. */
    private static final double MOST = 20;
    /** A row whose gradient is smaller is passed over. */
    private static final double LEAST = 1e-4;
    /** A mean of weights takes them so many times a pass. */
    private static final int TIMES = 64;

    private final WeightedLogisticRegression.Rows rows;
    private final FitOptions.Adaptive how;
    private final RandomGenerator random;
    private final float[] weights;
    private final float[] squares;
    private final int[] stretches;
    private int[] kept = new int[1024];
    private double intercept;
    private final double[] sums;
    private double interceptSum;
    private int times;

    private AdaptiveLogisticRegression(WeightedLogisticRegression.Rows rows, FitOptions.Adaptive how, long seed) {
        this.rows = rows;
        this.how = how;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        weights = new float[rows.idf().length];
        squares = new float[weights.length];
        sums = new double[weights.length];
        Arrays.fill(squares, START);
        stretches = rows.features().stretches();
    }

    /**
     * Fits.
     *
     * @param seed of the rows' order and of what is hidden
     * @throws IllegalStateException where the result is all but zero or not finite, which means that the fit failed
     */
    static WeightedLogisticRegression.Fit fit(
            WeightedLogisticRegression.Rows rows, FitOptions.Adaptive how, long seed) {
        return new AdaptiveLogisticRegression(rows, how, seed).fit();
    }

    private WeightedLogisticRegression.Fit fit() {
        double[] given = rows.weights();
        int[] order = IntStream.range(0, given.length).filter(r -> given[r] > 0).toArray();
        double mean = IntStream.of(order).mapToDouble(r -> given[r]).sum() / order.length;
        for (int pass = 0; pass < how.passes(); pass++) {
            shuffle(order);
            boolean last = pass == how.passes() - 1;
            for (int k = 0; k < order.length; k++) {
                step(order[k], Math.min(MOST, given[order[k]] / mean));
                boolean taken = (k + 1L) * TIMES / order.length > (long) k * TIMES / order.length;
                if (how.averaged() && last && taken && 2 * k >= order.length) {
                    take();
                }
            }
        }
        if (times == 0) {
            take();
        }
        double[] found = new double[weights.length];
        double size = 0;
        for (int f = 0; f < found.length; f++) {
            found[f] = sums[f] / times;
            size = Math.max(size, Math.abs(found[f]));
        }
        if (!(size > 1e-6) || !Double.isFinite(size + interceptSum)) {
            throw new IllegalStateException("the fit failed: its largest coefficient is " + size);
        }
        return new WeightedLogisticRegression.Fit(found, interceptSum / times);
    }

    /** Adds the weights to their sums. */
    private void take() {
        for (int f = 0; f < sums.length; f++) {
            sums[f] += weights[f];
        }
        interceptSum += intercept;
        times++;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
    }

    private void step(int row, double weight) {
        int n = keep(row);
        float[] idf = rows.idf();
        double square = 0;
        double sum = 0;
        for (int k = 0; k < n; k++) {
            float value = idf[kept[k]];
            square += value * value;
            sum += value * weights[kept[k]];
        }
        if (square == 0) {
            return;
        }
        double scale = 1 / Math.sqrt(square);
        double probability = 1 / (1 + Math.exp(-(sum * scale + intercept)));
        double gradient = (probability - (rows.synthetic()[row] ? 1 : 0)) * weight;
        intercept -= how.rate() * INTERCEPT * gradient;
        if (Math.abs(gradient) < LEAST) {
            return;
        }
        float common = (float) (gradient * scale);
        float rate = (float) how.rate();
        for (int k = 0; k < n; k++) {
            int feature = kept[k];
            float slope = common * idf[feature];
            squares[feature] += slope * slope;
            weights[feature] -= rate * slope / (float) Math.sqrt(squares[feature]);
        }
    }

    /** Writes the features of a row that the step sees; how many. */
    private int keep(int row) {
        int[] features = rows.features().features()[row];
        if (kept.length < features.length) {
            kept = new int[2 * features.length];
        }
        long draw = random.nextLong();
        long hidden = (long) (how.dropout() * 0x1p32);
        int n = 0;
        for (int s = 0; s < stretches.length; s += 2) {
            int to = rows.features().position(row, stretches[s + 1]);
            for (int k = rows.features().position(row, stretches[s]); k < to; k++) {
                kept[n] = features[k];
                n += hidden == 0 || Hashing.mix(features[k] + draw) >>> 32 >= hidden ? 1 : 0;
            }
        }
        return n;
    }
}
