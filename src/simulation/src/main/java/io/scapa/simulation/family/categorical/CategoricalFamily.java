package io.scapa.simulation.family.categorical;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Chain;
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
import io.scapa.simulation.family.rows.RowGatherer;
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
        if (scenario.regime() == Regime.ACCUMULATE_SUBSAMPLE
                && (long) scenario.samples() * scenario.generations() > 2_000_000_000L) {
            throw new ScenarioException("samples", "accumulate-subsample keeps samples x generations below 2e9 counts");
        }
        if (way(scenario) == Way.ROWS) {
            RowGatherer.require(name(), 1, 1, scenario);
        }
    }

    /** How a scenario's data sets come about. */
    private enum Way {
        /** Whole counts are drawn; nothing happens to rows. */
        COUNTS,
        /** Whole counts are drawn, of rows that something happens to. */
        HANDLED_COUNTS,
        /** Every row is drawn and kept. */
        ROWS
    }

    private static Way way(Scenario scenario) {
        Handling handling = scenario.treatment().handling();
        boolean mixes = scenario.regime() == Regime.MIXTURE;
        boolean beta = mixes && scenario.mixture().ever(Mixture::beta);
        if (beta && scenario.treatment().beta() != BetaMeaning.PREVIOUS_MIXTURE) {
            return Way.ROWS;
        }
        if (handling.neutral()) {
            return Way.COUNTS;
        }
        boolean plain = !beta
                && (mixes || scenario.regime() == Regime.REPLACE)
                && scenario.treatment().pool() == 0
                && scenario.treatment().draw() == Draw.IID;
        boolean weighsMore =
                !Double.isNaN(handling.realWeight()) && (handling.detector() != null || handling.duplicates() > 0);
        return plain && !weighsMore ? Way.HANDLED_COUNTS : Way.ROWS;
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        double[] truth = law.probabilities();
        SymbolObserver observer = new SymbolObserver(plogp(scenario.samples()), scenario.samples());
        return switch (way(scenario)) {
            case COUNTS -> {
                DriftSampler.Shared shared = shared(scenario, truth);
                yield random -> new CategoricalChain(truth, shared, observer, scenario, random);
            }
            case HANDLED_COUNTS -> random -> new HandledCategoricalChain(truth, observer, scenario, random);
            case ROWS -> random -> kept(new RowGatherer(new SymbolLearner(truth), scenario, random), observer);
        };
    }

    private static Chain kept(RowGatherer rows, SymbolObserver observer) {
        return observed -> {
            SymbolLearner.Fitted model = (SymbolLearner.Fitted) rows.next();
            observer.observe(model.counts, model.rows, observed);
        };
    }

    @Override
    public List<TheoryCurve> theory(Scenario scenario) {
        return way(scenario) == Way.COUNTS ? CategoricalTheory.of(scenario, law.probabilities()) : List.of();
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
