package io.scapa.simulation.family.categorical;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.Chain;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.random.Variates;
import org.jspecify.annotations.Nullable;

/** Counts of symbols along data sets: {@code p_(n+1) = alpha phat_n + beta p_n + (gamma + eta) p_0}. */
final class CategoricalChain implements Chain {
    private final double[] truth;
    private final double[] real;
    private final Scenario scenario;
    private final ChainRandom random;
    private int[] counts;
    private int[] spare;
    private final @Nullable DriftSampler drift;
    private final SymbolObserver observer;
    private final long[] all;
    private final double[] law;
    private int drawn;

    CategoricalChain(
            double[] truth,
            DriftSampler.@Nullable Shared shared,
            SymbolObserver observer,
            Scenario scenario,
            ChainRandom random) {
        this.truth = truth;
        this.scenario = scenario;
        this.random = random;
        counts = new int[truth.length];
        spare = new int[truth.length];
        drift = shared == null ? null : new DriftSampler(shared, truth.length);
        this.observer = observer;
        all = new long[truth.length];
        law = truth.clone();
        real = scenario.treatment().pool() > 0 ? pool(scenario.treatment().pool()) : truth;
        System.arraycopy(real, 0, law, 0, law.length);
    }

    private double[] pool(int rows) {
        Variates.multinomial(random, rows, truth, counts);
        double[] frequencies = new double[truth.length];
        for (int k = 0; k < frequencies.length; k++) {
            frequencies[k] = counts[k] / (double) rows;
        }
        return frequencies;
    }

    @Override
    public void next(double[] observed) {
        if (drawn > 0 && drift != null) {
            drift.next(random, counts, spare);
            int[] old = counts;
            counts = spare;
            spare = old;
        } else {
            if (drawn > 0) {
                mix();
            }
            Variates.multinomial(random, scenario.samples(), law, counts);
        }
        drawn++;
        if (scenario.regime() == Regime.ACCUMULATE || scenario.regime() == Regime.ACCUMULATE_SUBSAMPLE) {
            for (int k = 0; k < counts.length; k++) {
                all[k] += counts[k];
            }
        }
        observer.observe(counts, scenario.samples(), observed);
    }

    private void mix() {
        switch (scenario.regime()) {
            case REPLACE -> frequencies(counts, scenario.samples());
            case ACCUMULATE -> frequencies(all, (double) scenario.samples() * drawn);
            case ACCUMULATE_SUBSAMPLE -> frequencies(subsample(), scenario.samples());
            case MIXTURE -> {
                Mixture mixture = scenario.mixture().at(drawn, random);
                double alpha = mixture.alpha() / scenario.samples();
                for (int k = 0; k < law.length; k++) {
                    law[k] = alpha * counts[k]
                            + mixture.beta() * law[k]
                            + mixture.gamma() * real[k]
                            + mixture.eta() * truth[k];
                }
            }
        }
    }

    private void frequencies(int[] of, double rows) {
        for (int k = 0; k < law.length; k++) {
            law[k] = of[k] / rows;
        }
    }

    private void frequencies(long[] of, double rows) {
        for (int k = 0; k < law.length; k++) {
            law[k] = of[k] / rows;
        }
    }

    /** M rows of everything so far, without replacement. */
    private int[] subsample() {
        int[] chosen = new int[counts.length];
        long rows = (long) scenario.samples() * drawn;
        int wanted = scenario.samples();
        for (int k = 0; k < chosen.length; k++) {
            chosen[k] = hypergeometric(all[k], rows, wanted);
            rows -= all[k];
            wanted -= chosen[k];
        }
        return chosen;
    }

    private int hypergeometric(long marked, long rows, int draws) {
        int hits = 0;
        long left = rows;
        long good = marked;
        for (int i = 0; i < draws && good > 0; i++) {
            if (random.nextDouble() * left < good) {
                hits++;
                good--;
            }
            left--;
        }
        return hits;
    }
}
