package io.scapa.simulation.family.categorical;

import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Draw;
import io.scapa.simulation.Family;
import io.scapa.simulation.Handling;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.theory.CategoricalTheory;
import io.scapa.simulation.theory.TheoryCurve;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Symbols whose next data set is drawn from the frequencies of the last: the Wright-Fisher model of an n-gram context.
 * Generations count data sets from 0, which is drawn from the truth.
 *
 * @param law the true law
 */
public record CategoricalFamily(SymbolLaw law) implements Family {
    private static final List<Observable> OBSERVABLES = List.of(
            Observable.of("sum_p_squared", "sum of squared frequencies", ""),
            Observable.of("survivors", "symbols alive", "symbols"),
            Observable.of("entropy", "entropy of the frequencies", "nats"),
            Observable.of("tail_survival", "share of the rarer half of symbols alive", ""),
            Observable.moments("tail_mass", "mass of the rarer half of symbols", ""));

    @Override
    public String name() {
        return "categorical";
    }

    @Override
    public List<Observable> observables() {
        return OBSERVABLES;
    }

    @Override
    public List<Crossing> defaultCrossings() {
        return List.of(
                Crossing.below("survivors", Math.max(1.5, law.symbols() / 10.0)), Crossing.below("survivors", 1.5));
    }

    @Override
    public int firstGeneration() {
        return 0;
    }

    @Override
    public int chunk() {
        return 16;
    }

    @Override
    public void check(Scenario scenario) {
        scenario.treatment()
                .allowOnly(name(), "contamination", "realWeight", "samplingBias", "detector", "bestOf", "duplicates");
        checkHandling(scenario);
        if (scenario.regime() == Regime.ACCUMULATE_SUBSAMPLE
                && (long) scenario.samples() * scenario.generations() > 2_000_000_000L) {
            throw new ScenarioException("samples", "accumulate-subsample keeps samples x generations below 2e9 counts");
        }
        if (scenario.regime() == Regime.MIXTURE
                && scenario.mixture().nominal().beta() > 0
                && scenario.treatment().beta() != BetaMeaning.PREVIOUS_MIXTURE) {
            throw new ScenarioException("treatment.beta", "categorical reads beta as the previous mixture only");
        }
    }

    private void checkHandling(Scenario scenario) {
        Handling handling = scenario.treatment().handling();
        boolean mixes = scenario.regime() == Regime.MIXTURE || scenario.regime() == Regime.REPLACE;
        boolean plain = scenario.mixture().nominal().beta() == 0
                && scenario.treatment().pool() == 0
                && scenario.treatment().draw() == Draw.IID;
        if (!handling.neutral() && !(mixes && plain)) {
            throw new ScenarioException(
                    "treatment.handling",
                    "symbols are handled under replace and mixture, with i.i.d. draws, no beta and no fixed pool");
        }
        if (!Double.isNaN(handling.realWeight()) && (handling.detector() != null || handling.duplicates() > 0)) {
            throw new ScenarioException(
                    "treatment.handling.realWeight", "symbols are weighted without a detector and without copies");
        }
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        double[] truth = law.probabilities();
        SymbolObserver observer = new SymbolObserver(plogp(scenario.samples()), scenario.samples());
        if (!scenario.treatment().handling().neutral()) {
            return random -> new HandledCategoricalChain(truth, observer, scenario, random);
        }
        DriftSampler.Shared shared = shared(scenario, truth);
        return random -> new CategoricalChain(truth, shared, observer, scenario, random);
    }

    @Override
    public List<TheoryCurve> theory(Scenario scenario) {
        return scenario.treatment().handling().neutral()
                ? CategoricalTheory.of(scenario, law.probabilities())
                : List.of();
    }

    /** The fast sampler where it applies: the share of real rows is the same every generation and comes from the truth. */
    private static DriftSampler.@Nullable Shared shared(Scenario scenario, double[] truth) {
        boolean replace = scenario.regime() == Regime.REPLACE;
        boolean constant = scenario.regime() == Regime.MIXTURE
                && scenario.mixture() instanceof MixtureSchedule.Constant
                && scenario.mixture().nominal().beta() == 0
                && scenario.treatment().draw() == Draw.IID
                && scenario.treatment().pool() == 0;
        double real = replace ? 0 : scenario.mixture().nominal().realShare();
        return (replace || constant) && DriftSampler.Shared.pays(scenario.samples(), real, truth.length)
                ? DriftSampler.Shared.of(truth, scenario.samples(), real)
                : null;
    }

    /** -p log p by count, for the counts that occur often. */
    private static double[] plogp(int samples) {
        double[] values = new double[Math.min(samples + 1, 1 << 14)];
        for (int count = 1; count < values.length; count++) {
            double p = count / (double) samples;
            values[count] = -p * Math.log(p);
        }
        return values;
    }
}
