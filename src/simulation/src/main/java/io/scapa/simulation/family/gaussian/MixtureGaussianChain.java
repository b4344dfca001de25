package io.scapa.simulation.family.gaussian;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Chain;
import io.scapa.simulation.Draw;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.Shares;
import io.scapa.simulation.random.ChainRandom;
import org.jspecify.annotations.Nullable;

/**
 * The mixture {@code p_(n+1) = alpha N(model n) + beta p_n + (gamma + eta) p_0}. Beta from the previous mixture is drawn by
 * walking back: a beta row of generation n picks again among the pools of p_n, and so on to the first data set.
 */
final class MixtureGaussianChain implements Chain {
    private final GaussianFamily family;
    private final Scenario scenario;
    private final ChainRandom random;
    private final SampleSums data;
    private final int[] counts = new int[4];
    private final double[] pool;
    /** Models by generation, from 1; index 0 is the truth. */
    private double[] means = new double[16];

    private double[] sds = new double[16];
    private @Nullable Mixture[] mixtures = new Mixture[16];
    private int fitted;

    MixtureGaussianChain(GaussianFamily family, Scenario scenario, ChainRandom random) {
        this.family = family;
        this.scenario = scenario;
        this.random = random;
        this.data = new SampleSums(family.sampling(), random);
        this.pool = new double[scenario.treatment().pool()];
        sds[0] = 1;
    }

    @Override
    public void next(double[] observed) {
        data.clear();
        if (fitted == 0) {
            drawFirst();
        } else {
            drawMixture();
        }
        double variance = data.squares() / family.estimator().divisor(data.rows());
        remember(data.mean(), Math.sqrt(variance));
        GaussianFamily.observe(data.mean(), variance, Math.sqrt(variance), observed);
    }

    private void drawFirst() {
        if (pool.length == 0) {
            data.draw(scenario.samples(), 0, 1);
            return;
        }
        for (int i = 0; i < pool.length; i++) {
            pool[i] = random.nextGaussian();
            data.add(1, pool[i], 0);
        }
    }

    private void drawMixture() {
        Mixture mixture = scenario.mixture().at(fitted, random);
        mixtures[fitted] = mixture;
        Shares.divide(mixture, scenario.treatment().draw(), scenario.samples(), random, counts);
        int beta = counts[Shares.BETA];
        drawModel(counts[Shares.ALPHA], fitted);
        drawReal(counts[Shares.GAMMA], counts[Shares.ETA]);
        BetaMeaning meaning = scenario.treatment().beta();
        switch (meaning) {
            case LATEST_MODEL -> drawModel(beta, fitted);
            case PREVIOUS_MODEL -> drawModel(beta, fitted - 1);
            case PREVIOUS_MIXTURE -> drawPreviousMixture(beta);
            case STORED_ROWS -> throw new IllegalStateException("stored rows need the row chain");
        }
    }

    private void drawModel(int rows, int model) {
        if (model == 0) {
            drawReal(rows, 0);
        } else {
            data.draw(rows, means[model], sds[model]);
        }
    }

    private void drawReal(int gamma, int eta) {
        if (pool.length > 0) {
            data.redraw(gamma, pool, pool.length);
            data.draw(eta, 0, 1);
        } else {
            data.draw(gamma + eta, 0, 1);
        }
    }

    private void drawPreviousMixture(int rows) {
        int left = rows;
        for (int n = fitted - 1; n >= 1 && left > 0; n--) {
            Shares.divide(mixtures[n], Draw.IID, left, random, counts);
            left = counts[Shares.BETA];
            drawModel(counts[Shares.ALPHA], n);
            drawReal(counts[Shares.GAMMA], counts[Shares.ETA]);
        }
        drawReal(left, 0);
    }

    private void remember(double mean, double sd) {
        fitted++;
        if (fitted == means.length) {
            means = java.util.Arrays.copyOf(means, 2 * fitted);
            sds = java.util.Arrays.copyOf(sds, 2 * fitted);
            mixtures = java.util.Arrays.copyOf(mixtures, 2 * fitted);
        }
        means[fitted] = mean;
        sds[fitted] = sd;
    }
}
