package io.scapa.simulation.family.regression;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.Chain;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.Shares;
import io.scapa.simulation.random.ChainRandom;

/**
 * Least squares on rows that are filtered, weighted or copied before the fit. Every row is drawn and kept; a row is rare to a
 * detector where its first feature is beyond 1.645, as one in ten are. A sampling bias scales the noise of the model's labels.
 */
final class HandledRegressionChain implements Chain {
    private static final double RARE = 1.645;
    private static final int MOST_DRAWS = 200;

    private final Scenario scenario;
    private final Handling handling;
    private final ChainRandom random;
    private final NormalEquations sums;
    private final double noiseSd;
    private final double[] weights;
    private final int[] shares = new int[4];
    private final double[][] features;
    private final double[] labels;
    private final boolean[] synthetic;
    private int rows;
    private int fitted;

    HandledRegressionChain(LinearRegressionFamily family, Scenario scenario, ChainRandom random) {
        this.scenario = scenario;
        this.random = random;
        handling = scenario.treatment().handling();
        sums = new NormalEquations(family.features());
        noiseSd = Math.sqrt(family.noise());
        weights = new double[family.features()];
        features = new double[scenario.samples()][family.features()];
        labels = new double[scenario.samples()];
        synthetic = new boolean[scenario.samples()];
    }

    @Override
    public void next(double[] observed) {
        gather();
        int[] chosen = chosen();
        double realShare = realShare();
        sums.clear();
        for (int row : chosen) {
            sums.add(features[row], labels[row], weight(row, realShare));
        }
        // Fewer rows than features determine nothing: the last model stays.
        if (chosen.length > weights.length) {
            sums.solve(weights);
        }
        fitted++;
        double risk = 0;
        for (double weight : weights) {
            risk += weight * weight;
        }
        observed[0] = risk;
    }

    private void gather() {
        rows = 0;
        Handling.Detector detector = handling.detector();
        boolean refills = detector != null && detector.action() == Handling.Action.REFILL;
        for (int round = 0; round == 0 || refills && rows < labels.length && round < MOST_DRAWS; round++) {
            int wanted = labels.length - rows;
            int ofModel = fitted == 0 ? 0 : ofModel(wanted);
            for (int i = 0; i < wanted; i++) {
                draw(i < ofModel);
            }
        }
    }

    private int ofModel(int wanted) {
        if (scenario.regime() != Regime.MIXTURE) {
            return wanted;
        }
        Mixture mixture = scenario.mixture().at(fitted, random);
        Shares.divide(mixture, scenario.treatment().draw(), wanted, random, shares);
        int copied = 0;
        for (int i = 0; i < shares[Shares.ETA]; i++) {
            copied += random.nextDouble() < handling.contamination() ? 1 : 0;
        }
        return shares[Shares.ALPHA] + copied;
    }

    /** Draws a row into the next place and keeps it unless a dropping detector flags it; real data alone are not filtered. */
    private void draw(boolean ofModel) {
        double[] x = features[rows];
        double label = noiseSd * (ofModel ? handling.samplingBias() : 1) * random.nextGaussian();
        for (int j = 0; j < x.length; j++) {
            x[j] = random.nextGaussian();
            label += ofModel ? weights[j] * x[j] : 0;
        }
        Handling.Detector detector = handling.detector();
        boolean drops = fitted > 0 && detector != null && detector.action() != Handling.Action.RESAMPLE;
        if (!drops || random.nextDouble() >= flagged(detector, ofModel, x)) {
            labels[rows] = label;
            synthetic[rows++] = ofModel;
        }
    }

    private static double flagged(Handling.Detector detector, boolean ofModel, double[] x) {
        return ofModel
                ? detector.truePositiveRate()
                : Math.abs(x[0]) > RARE ? detector.tailFalsePositiveRate() : detector.falsePositiveRate();
    }

    /** The rows that are fitted, some of them more than once. */
    private int[] chosen() {
        int[] chosen = new int[rows];
        Handling.Detector detector = handling.detector();
        boolean resamples = fitted > 0 && detector != null && detector.action() == Handling.Action.RESAMPLE;
        double[] cumulative = resamples ? cumulativeWeights(detector) : new double[0];
        int kept = rows - (int) Math.round(handling.duplicates() * rows);
        for (int i = 0; i < rows; i++) {
            chosen[i] = resamples ? pick(cumulative) : i;
            if (i >= kept && kept > 0) {
                chosen[i] = chosen[random.nextInt(kept)];
            }
        }
        return chosen;
    }

    private double[] cumulativeWeights(Handling.Detector detector) {
        double[] cumulative = new double[rows];
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += random.nextDouble() < flagged(detector, synthetic[i], features[i]) ? 1 : detector.bias();
            cumulative[i] = sum;
        }
        return cumulative;
    }

    private int pick(double[] cumulative) {
        int found = java.util.Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[rows - 1]);
        return Math.min(rows - 1, found < 0 ? -found - 1 : found);
    }

    private double realShare() {
        int real = 0;
        for (int i = 0; i < rows; i++) {
            real += synthetic[i] ? 0 : 1;
        }
        return real / (double) Math.max(1, rows);
    }

    private double weight(int row, double realShare) {
        double weight = handling.realWeight();
        if (Double.isNaN(weight) || realShare == 0 || realShare == 1) {
            return 1;
        }
        return synthetic[row] ? (1 - weight) / (1 - realShare) : weight / realShare;
    }
}
