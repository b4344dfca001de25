package io.scapa.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Observable;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.report.SimulationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    private static final Scenario MIX = Scenario.of(
            "mix",
            GaussianFamily.explicit(Estimator.UNBIASED),
            Regime.MIXTURE,
            new MixtureSchedule.Random(new io.scapa.provenance.Mixture(0.6, 0.2, 0.1, 0.1), 20),
            30,
            40,
            1000,
            7);

    @Test
    void theNumberOfThreadsDoesNotChangeAByte() {
        SimulationReport one = SimulationReport.of(Simulation.run(MIX, 1, ProgressListener.NONE));
        SimulationReport three = SimulationReport.of(Simulation.run(MIX, 3, ProgressListener.NONE));
        assertThat(three.toJson()).isEqualTo(one.toJson());
        assertThat(three.toCsv()).isEqualTo(one.toCsv());
        assertThat(three.charts()).isEqualTo(one.charts());
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        assertThat(Simulation.run(MIX.withSeed(8)).moments("variance", 40).mean())
                .isNotEqualTo(Simulation.run(MIX).moments("variance", 40).mean());
    }

    @Test
    void aListenerHearsEveryChunkAndCanStopTheRun() {
        AtomicLong last = new AtomicLong();
        SimulationResult whole = Simulation.run(MIX, 2, (done, total) -> {
            assertThat(done).isGreaterThanOrEqualTo(last.getAndSet(done));
            assertThat(total).isEqualTo(1000);
            return true;
        });
        assertThat(whole.chains()).isEqualTo(1000);
        assertThat(last).hasValue(1000);
        SimulationResult part = Simulation.run(MIX, 1, (done, total) -> done < 200);
        assertThat(part.chains()).isEqualTo(256);
    }

    @Test
    void aStoppedRunGoesOnWhereItWasAndGivesTheSameBytes(@TempDir Path folder) throws IOException {
        Checkpoint checkpoint = new Checkpoint(folder.resolve("state"));
        SimulationResult part = Simulation.resume(MIX, 1, (done, total) -> done < 300, checkpoint);
        assertThat(part.chains()).isLessThan(1000);
        SimulationResult rest = Simulation.resume(MIX, 2, ProgressListener.NONE, checkpoint);
        assertThat(SimulationReport.of(rest).toJson())
                .isEqualTo(SimulationReport.of(Simulation.run(MIX)).toJson());
        assertThatThrownBy(() -> Simulation.resume(MIX.withSeed(9), 1, ProgressListener.NONE, checkpoint))
                .hasMessageContaining("another scenario");
    }

    @Test
    void aFailingChainFailsTheRun() {
        Scenario scenario = Scenario.replace("broken", new Broken(), 1, 5, 500, 1);
        assertThatThrownBy(() -> Simulation.run(scenario, 2, ProgressListener.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("chain broke");
    }

    @Test
    void longRunsKeepMemoryBoundedAndStillSeeEveryCrossing() {
        Scenario scenario = Scenario.replace(
                "long", new GaussianFamily(Estimator.UNBIASED, GaussianFamily.Sampling.SUFFICIENT), 20, 5000, 64, 3);
        SimulationResult result = Simulation.run(scenario, 2, ProgressListener.NONE);
        assertThat(result.recorded().count()).isLessThan(1000);
        assertThat(result.generation(0)).isEqualTo(1);
        assertThat(result.generation(result.recorded().count() - 1)).isEqualTo(5000);
        assertThat(result.crossedBy(2, 5000)).isEqualTo(64);
        assertThat(result.firstCrossingQuantile(0, 0.5)).isLessThan(40);
    }

    private record Broken() implements Family {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public List<Observable> observables() {
            return List.of(Observable.of("x", "x", ""));
        }

        @Override
        public List<Crossing> defaultCrossings() {
            return List.of();
        }

        @Override
        public void check(Scenario scenario) {
            assertThat(scenario.treatment()).isEqualTo(Treatment.NONE);
        }

        @Override
        public ChainFactory chains(Scenario scenario) {
            return random -> observed -> {
                throw new IllegalStateException("chain broke");
            };
        }
    }
}
