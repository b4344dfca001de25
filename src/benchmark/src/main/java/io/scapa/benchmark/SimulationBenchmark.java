package io.scapa.benchmark;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import io.scapa.simulation.family.regression.PolynomialFamily;
import io.scapa.simulation.family.regression.Target;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Chain-generations per second on one thread, with streamed statistics: the scenarios of the numpy figures. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class SimulationBenchmark {
    private static SimulationResult run(Scenario scenario) {
        return Simulation.run(scenario, 1, ProgressListener.NONE);
    }

    /** Samples per second: 1,000 chains x 300 generations x M = 100, every sample drawn. */
    @Benchmark
    @OperationsPerInvocation(1000 * 300 * 100)
    public SimulationResult gaussianExplicitSamples() {
        return run(Scenario.replace("g", GaussianFamily.explicit(Estimator.UNBIASED), 100, 300, 1000, 1));
    }

    /** Chain-generations per second by sufficient statistics. */
    @Benchmark
    @OperationsPerInvocation(1000 * 300)
    public SimulationResult gaussianSufficient() {
        return run(
                Scenario.replace("s", new GaussianFamily(Estimator.UNBIASED, Sampling.SUFFICIENT), 100, 300, 1000, 1));
    }

    /** Chain-generations per second: n = 30, degree 3. */
    @Benchmark
    @OperationsPerInvocation(2000 * 100)
    public SimulationResult polynomial() {
        return run(Scenario.replace("p", new PolynomialFamily(Target.COSINE, 3, 0.1), 30, 100, 2000, 1));
    }

    /** Chain-generations per second: K = 1000, M = 10,000, gamma .1. */
    @Benchmark
    @OperationsPerInvocation(64 * 50)
    public SimulationResult categorical() {
        return run(Scenario.of(
                "c",
                new CategoricalFamily(SymbolLaw.zipf(1000)),
                Regime.MIXTURE,
                MixtureSchedule.constant(0.9, 0, 0.1, 0),
                10_000,
                50,
                64,
                1));
    }
}
