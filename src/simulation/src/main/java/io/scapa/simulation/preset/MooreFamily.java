package io.scapa.simulation.preset;

import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import java.util.List;

/**
 * The blog's program over many seeds of its generator: generation i is data set i, observed by its variance.
 *
 * @param published whether its faults are in
 */
public record MooreFamily(boolean published) implements Family {
    @Override
    public String name() {
        return published ? "moore-blog-published" : "moore-blog-corrected";
    }

    @Override
    public List<Observable> observables() {
        return List.of(Observable.of("variance", "variance of the data", "sd0\u00b2"));
    }

    @Override
    public List<Crossing> defaultCrossings() {
        return List.of(Crossing.below("variance", 0.01), Crossing.above("variance", 100));
    }

    @Override
    public void check(Scenario scenario) {
        scenario.treatment().requireNeutral(name());
        if (scenario.treatment().pool() > 0) {
            throw new ScenarioException("pool", name() + " draws gamma as the blog's program does, expected 0");
        }
        if (scenario.samples() < 2) {
            throw new ScenarioException(
                    "samples", "the blog's program needs at least 2 rows, got " + scenario.samples());
        }
        if (scenario.regime() != Regime.REPLACE && scenario.regime() != Regime.MIXTURE
                || scenario.mixture().nominal().beta() > 0) {
            throw new ScenarioException("regime", "the blog's program runs replace, or a mixture with beta = 0");
        }
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        int rows = scenario.samples();
        double alpha = scenario.mixture().nominal().alpha();
        return random -> {
            MooreBlog.Program program = new MooreBlog.Program(published, (int) random.nextLong(), rows, alpha);
            return observed -> observed[0] = MooreBlog.variance(program.next());
        };
    }
}
