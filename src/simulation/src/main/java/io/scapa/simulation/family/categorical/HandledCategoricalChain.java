package io.scapa.simulation.family.categorical;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.Chain;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.random.Variates;

/**
 * Symbols that are filtered, weighted, selected or copied between the pools and the count. Rows of one symbol and origin are
 * alike, so that whole counts are drawn, each from its exact law. The rarer half of the symbols are a detector's rare ones;
 * selection prefers the common ones; a sampling bias below 1 is a temperature.
 */
final class HandledCategoricalChain implements Chain {
    private final double[] truth;
    private final Scenario scenario;
    private final Handling handling;
    private final ChainRandom random;
    private final SymbolObserver observer;
    private final double[] model;
    private final double[] synthetic;
    private final double[] kept;
    private final int[] counts;
    private final int[] real;
    private final int[] written;
    private int drawn;

    HandledCategoricalChain(double[] truth, SymbolObserver observer, Scenario scenario, ChainRandom random) {
        this.truth = truth;
        this.scenario = scenario;
        this.observer = observer;
        this.random = random;
        handling = scenario.treatment().handling();
        model = truth.clone();
        synthetic = new double[truth.length];
        kept = new double[truth.length];
        counts = new int[truth.length];
        real = new int[truth.length];
        written = new int[truth.length];
    }

    @Override
    public void next(double[] observed) {
        int rows = scenario.samples();
        if (drawn == 0) {
            Variates.multinomial(random, rows, truth, counts);
            weigh(rows);
        } else {
            Mixture mixture = scenario.regime() == Regime.MIXTURE
                    ? scenario.mixture().at(drawn, random)
                    : new Mixture(1, 0, 0, 0);
            double copied = handling.contamination() * mixture.eta();
            rows = gather(mixture.alpha() + copied);
        }
        drawn++;
        observer.observe(counts, rows, observed);
    }

    /** Draws the next data set with a share of model output and returns its rows. */
    private int gather(double alpha) {
        sharpen();
        Handling.Detector detector = handling.detector();
        int wanted = scenario.samples();
        if (detector == null || detector.action() == Handling.Action.RESAMPLE) {
            drawBoth(alpha, wanted);
            if (detector != null) {
                resample(detector, wanted);
            }
        } else {
            double share = filter(alpha, detector);
            int rows = detector.action() == Handling.Action.REFILL ? wanted : Variates.binomial(random, wanted, share);
            wanted = Math.max(1, rows);
            Variates.multinomial(random, wanted, kept, counts);
        }
        duplicate(wanted);
        weigh(wanted);
        return wanted;
    }

    /** The law of what the model writes: its frequencies under temperature, then the best of some. */
    private void sharpen() {
        double sum = 0;
        double exponent = 1 / Math.max(1e-3, handling.samplingBias());
        for (int k = 0; k < model.length; k++) {
            synthetic[k] = exponent == 1 || model[k] == 0 ? model[k] : Math.pow(model[k], exponent);
            sum += synthetic[k];
        }
        double above = 0;
        for (int k = model.length - 1; k >= 0; k--) {
            // The best of K draws is symbol k where all are k or rarer, but not all rarer.
            double upTo = Math.min(1, above + synthetic[k] / sum);
            synthetic[k] = Math.pow(upTo, handling.bestOf()) - Math.pow(above, handling.bestOf());
            above = upTo;
        }
    }

    private void drawBoth(double alpha, int rows) {
        int ofModel = Variates.binomial(random, rows, alpha);
        Variates.multinomial(random, ofModel, synthetic, written);
        Variates.multinomial(random, rows - ofModel, truth, real);
        for (int k = 0; k < counts.length; k++) {
            counts[k] = written[k] + real[k];
        }
    }

    private double falsePositives(Handling.Detector detector, int k) {
        return k >= truth.length / 2 ? detector.tailFalsePositiveRate() : detector.falsePositiveRate();
    }

    /** The law of what a dropping detector leaves; returns the share of rows that it leaves. */
    private double filter(double alpha, Handling.Detector detector) {
        double share = 0;
        for (int k = 0; k < kept.length; k++) {
            kept[k] = alpha * synthetic[k] * (1 - detector.truePositiveRate())
                    + (1 - alpha) * truth[k] * (1 - falsePositives(detector, k));
            share += kept[k];
        }
        if (share == 0) {
            // A detector that leaves nothing leaves the last frequencies in place.
            System.arraycopy(model, 0, kept, 0, kept.length);
        }
        return share;
    }

    private void resample(Handling.Detector detector, int rows) {
        for (int k = 0; k < counts.length; k++) {
            int flagged = Variates.binomial(random, written[k], detector.truePositiveRate())
                    + Variates.binomial(random, real[k], falsePositives(detector, k));
            kept[k] = flagged + detector.bias() * (counts[k] - flagged);
        }
        Variates.multinomial(random, rows, kept, counts);
    }

    /** Copies of the rows that stay take the place of the others. */
    private void duplicate(int rows) {
        int copies = (int) Math.round(handling.duplicates() * rows);
        if (copies == 0 || copies >= rows) {
            return;
        }
        // Rows are exchangeable: those that stay are a draw without replacement from all.
        int left = rows;
        int staying = rows - copies;
        for (int k = 0; k < counts.length; k++) {
            int stay = 0;
            for (int i = 0; i < counts[k]; i++) {
                if (random.nextDouble() * left < staying) {
                    stay++;
                    staying--;
                }
                left--;
            }
            kept[k] = stay;
        }
        Variates.multinomial(random, copies, kept, written);
        for (int k = 0; k < counts.length; k++) {
            counts[k] = (int) kept[k] + written[k];
        }
    }

    /** The frequencies that the next generation starts from; real rows count by their weight where there is one. */
    private void weigh(int rows) {
        double weight = handling.realWeight();
        int ofReal = 0;
        for (int count : real) {
            ofReal += count;
        }
        boolean weighted = drawn > 0 && !Double.isNaN(weight) && ofReal > 0 && ofReal < rows;
        for (int k = 0; k < model.length; k++) {
            model[k] = weighted
                    ? weight * real[k] / ofReal + (1 - weight) * written[k] / (rows - ofReal)
                    : counts[k] / (double) rows;
        }
    }
}
