package io.scapa.simulation.family.gaussian;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.Chain;
import io.scapa.simulation.Draw;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.Shares;
import io.scapa.simulation.random.ChainRandom;

/**
 * Chains that need their rows: accumulate-subsample (M rows without replacement from everything so far) and the mixture
 * whose beta resamples stored rows of the previous data set (with replacement; by quota, rows are kept without).
 */
final class RowGaussianChain implements Chain {
    private final GaussianFamily family;
    private final Scenario scenario;
    private final ChainRandom random;
    private final int samples;
    private final int[] counts = new int[4];
    private final double[] pool;
    private double[] rows;
    private int size;
    private int fitted;
    private double mean;
    private double sd = 1;

    RowGaussianChain(GaussianFamily family, Scenario scenario, ChainRandom random) {
        this.family = family;
        this.scenario = scenario;
        this.random = random;
        this.samples = scenario.samples();
        this.pool = new double[scenario.treatment().pool()];
        this.rows = new double[Math.max(samples, pool.length)];
    }

    @Override
    public void next(double[] observed) {
        if (scenario.regime() == Regime.ACCUMULATE_SUBSAMPLE) {
            growPool();
        } else {
            mixRows();
        }
        fitted++;
        GaussianFamily.observe(mean, sd * sd, sd, observed);
    }

    private void growPool() {
        if (size + samples > rows.length) {
            rows = java.util.Arrays.copyOf(rows, Math.max(2 * rows.length, size + samples));
        }
        for (int i = 0; i < samples; i++) {
            rows[size++] = mean + sd * random.nextGaussian();
        }
        for (int i = 0; i < samples; i++) {
            int other = i + random.nextInt(size - i);
            double kept = rows[other];
            rows[other] = rows[i];
            rows[i] = kept;
        }
        fit(rows, samples);
    }

    private void mixRows() {
        if (fitted == 0) {
            size = pool.length > 0 ? pool.length : samples;
            for (int i = 0; i < size; i++) {
                rows[i] = random.nextGaussian();
            }
            System.arraycopy(rows, 0, pool, 0, pool.length);
        } else {
            Mixture mixture = scenario.mixture().at(fitted, random);
            Shares.divide(mixture, scenario.treatment().draw(), samples, random, counts);
            double[] data = new double[samples];
            int n = 0;
            for (int i = 0; i < counts[Shares.ALPHA]; i++) {
                data[n++] = mean + sd * random.nextGaussian();
            }
            boolean kept = scenario.treatment().draw() == Draw.QUOTA;
            for (int i = 0; i < counts[Shares.BETA]; i++) {
                int row = kept ? i + random.nextInt(size - i) : random.nextInt(size);
                data[n++] = rows[row];
                if (kept) {
                    rows[row] = rows[i];
                }
            }
            for (int i = 0; i < counts[Shares.GAMMA]; i++) {
                data[n++] = pool.length > 0 ? pool[random.nextInt(pool.length)] : random.nextGaussian();
            }
            while (n < samples) {
                data[n++] = random.nextGaussian();
            }
            rows = data;
            size = samples;
        }
        fit(rows, size);
    }

    private void fit(double[] data, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += data[i];
        }
        double centre = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (data[i] - centre) * (data[i] - centre);
        }
        mean = centre;
        sd = Math.sqrt(squares / family.estimator().divisor(count));
    }
}
