package io.scapa.simulation.decision;

import io.scapa.simulation.Crossing;
import io.scapa.simulation.Draw;
import io.scapa.simulation.Family;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.List;

/**
 * A definition of collapse: a family and an event.
 *
 * @param family the toy model
 * @param draw how rows are divided
 * @param crossing what counts as collapse
 * @param when at the generation itself, or at any up to it
 */
public record Definition(Family family, Draw draw, Crossing crossing, When when) {
    /** When the event must hold. */
    public enum When {
        /** At some generation up to the last: the first passage. */
        BY,
        /** At the last generation itself. */
        AT
    }

    /** A Gaussian that loses half of its variance. */
    public static Definition gaussianHalf() {
        return gaussian(Crossing.below("variance", 0.5));
    }

    /** A Gaussian and any event of it. */
    public static Definition gaussian(Crossing crossing) {
        return new Definition(
                new GaussianFamily(Estimator.UNBIASED, Sampling.SUFFICIENT), Draw.QUOTA, crossing, When.BY);
    }

    /** Zipf symbols of which the rarer half loses all but a share. */
    public static Definition tail(int symbols, double share) {
        return new Definition(
                new CategoricalFamily(SymbolLaw.zipf(symbols)),
                Draw.IID,
                Crossing.below("tail_survival", share),
                When.BY);
    }

    /** Such as {@code gaussian: variance < 0.5}. */
    public String label() {
        return family.name() + ": " + crossing.label() + (when == When.BY ? " by" : " at");
    }

    /** The probability of collapse by a generation, with its 95% interval. */
    public Risk risk(double alpha, int rows, int generations, int chains, long seed) {
        MixtureSchedule mixture = MixtureSchedule.constant(alpha, 0, 0, 1 - alpha);
        Scenario scenario = new Scenario(
                "risk",
                family,
                Regime.MIXTURE,
                mixture,
                draw == Draw.QUOTA ? Treatment.NONE.quota() : Treatment.NONE,
                rows,
                generations,
                chains,
                seed,
                List.of(crossing));
        SimulationResult result = Simulation.run(scenario);
        long hits = when == When.BY ? result.crossedBy(0, generations) : at(result);
        Limits limits = ClopperPearson.interval(hits, chains, 0.95);
        return new Risk(alpha, rows, hits / (double) chains, limits.lower(), limits.upper());
    }

    /** Chains past the threshold at the last generation, from the sketch: right to a few chains in a thousand. */
    private long at(SimulationResult result) {
        int last = result.recorded().count() - 1;
        var sketch = result.tally().quantiles(result.observable(crossing.observable()), last);
        double below = sketch == null ? Double.NaN : sketch.shareBelow(crossing.threshold());
        return Math.round(result.chains() * (crossing.below() ? below : 1 - below));
    }

    /** The same event, asked at the last generation itself. */
    public Definition atTheEnd() {
        return new Definition(family, draw, crossing, When.AT);
    }

    /**
     * A risk at one mixture.
     *
     * @param alpha share of model output
     * @param rows per generation
     * @param probability of collapse
     * @param lower of its 95% interval
     * @param upper of its 95% interval
     */
    public record Risk(double alpha, int rows, double probability, double lower, double upper) {}
}
