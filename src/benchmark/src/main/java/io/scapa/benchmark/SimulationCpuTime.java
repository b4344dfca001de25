package io.scapa.benchmark;

import io.scapa.simulation.text.NgramFamily.Learner;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The figures of {@link SimulationBenchmark} and {@link TextChainBenchmark} by the CPU time of their one thread, for
 * machines that others use too: the best of some rounds after a warm-up. Where a core is idle the two agree.
 */
public final class SimulationCpuTime {
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 8;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    private SimulationCpuTime() {}

    /** Prints one line per workload. */
    public static void main(String[] args) {
        SimulationCpuTime timer = new SimulationCpuTime();
        SimulationBenchmark chains = new SimulationBenchmark();
        timer.line("Gaussian, explicit samples, samples", 1000 * 300 * 100.0, chains::gaussianExplicitSamples);
        timer.line("Gaussian, sufficient statistics, chain-generations", 1000 * 300.0, chains::gaussianSufficient);
        timer.line("polynomial, chain-generations", 2000 * 100.0, chains::polynomial);
        timer.line("categorical, chain-generations", 64 * 50.0, chains::categorical);
        for (Learner learner : new Learner[] {Learner.COUNTS, Learner.KNESER_NEY}) {
            TextChainBenchmark text = new TextChainBenchmark();
            text.learner = learner;
            text.make();
            timer.line(learner + ", tokens trained", 500_000, text::train);
            timer.line(learner + ", tokens sampled", 500_000, text::sample);
        }
    }

    private void line(String name, double units, Runnable work) {
        double best = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = clock.getCurrentThreadCpuTime();
            work.run();
            double rate = units / (clock.getCurrentThreadCpuTime() - start) * 1e9;
            best = round < WARM_UP ? best : Math.max(best, rate);
        }
        System.out.printf(java.util.Locale.ROOT, "%-55s %,15.0f/s%n", name, best);
    }
}
