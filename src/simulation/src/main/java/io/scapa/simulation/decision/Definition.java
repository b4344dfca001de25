package io.scapa.simulation.decision;

import io.scapa.simulation.Crossing;
import io.scapa.simulation.Draw;
import io.scapa.simulation.Family;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import io.scapa.simulation.family.regression.LinearRegressionFamily;
import io.scapa.simulation.family.regression.PolynomialFamily;
import io.scapa.simulation.family.regression.Target;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A definition of collapse: a family and an event.
 *
 * @param family the toy model
 * @param draw how rows are divided
 * @param crossing what counts as collapse
 * @param when at the generation itself, or at any up to it
 * @param ofRealSample whether the crossing's threshold is a share of what a real sample of the same size has
 */
public record Definition(Family family, Draw draw, Crossing crossing, When when, boolean ofRealSample) {
    private static final int SYMBOLS = 200;

    /** When the event must hold. */
    public enum When {
        /** At some generation up to the last: the first passage. */
        BY,
        /** At the last generation itself. */
        AT
    }

    /** Registration: one line per definition that has a name. */
    private static Map<String, Supplier<Definition>> registered() {
        Map<String, Supplier<Definition>> definitions = new LinkedHashMap<>();
        definitions.put("variance-half", Definition::gaussianHalf);
        definitions.put("variance-tenth", () -> gaussian(Crossing.below("variance", 0.1)));
        definitions.put("mean-off", () -> gaussian(Crossing.above("mean", 1)));
        definitions.put("tail-half", () -> tail(SYMBOLS, 0.5));
        definitions.put("tail-tenth", () -> tail(SYMBOLS, 0.1));
        definitions.put(
                "curve-lost",
                () -> new Definition(
                        new PolynomialFamily(Target.COSINE, 3, 0.1),
                        Draw.QUOTA,
                        Crossing.above("mse", 0.1),
                        When.BY,
                        false));
        definitions.put(
                "risk-noise",
                () -> new Definition(
                        new LinearRegressionFamily(5, 1),
                        Draw.QUOTA,
                        Crossing.above("excess_risk", 1),
                        When.BY,
                        false));
        return definitions;
    }

    /** Names of definitions. */
    public static List<String> names() {
        return List.copyOf(registered().keySet());
    }

    /**
     * A definition by its name.
     *
     * @throws ScenarioException where there is none; the message says which there are
     */
    public static Definition named(String name) {
        Supplier<Definition> definition = registered().get(name);
        if (definition == null) {
            throw new ScenarioException(
                    "definition", "expected one of " + String.join(", ", names()) + ", got '" + name + "'");
        }
        return definition.get();
    }

    /** A Gaussian that loses half of its variance. */
    public static Definition gaussianHalf() {
        return gaussian(Crossing.below("variance", 0.5));
    }

    /** A Gaussian and any event of it. */
    public static Definition gaussian(Crossing crossing) {
        return new Definition(
                new GaussianFamily(Estimator.UNBIASED, Sampling.SUFFICIENT), Draw.QUOTA, crossing, When.BY, false);
    }

    /** Zipf symbols of which the rarer half loses all but a share of those that a real sample of the size holds. */
    public static Definition tail(int symbols, double share) {
        return new Definition(
                new CategoricalFamily(SymbolLaw.zipf(symbols)),
                Draw.IID,
                Crossing.below("tail_survival", share),
                When.BY,
                true);
    }

    /** The event at a number of rows per generation. */
    public Crossing crossing(int rows) {
        if (!ofRealSample || !(family instanceof CategoricalFamily symbols)) {
            return crossing;
        }
        double[] p = symbols.law().probabilities();
        double alive = 0;
        for (int k = p.length / 2; k < p.length; k++) {
            alive += 1 - Math.pow(1 - p[k], rows);
        }
        double level = crossing.threshold() * alive / (p.length - p.length / 2);
        return Crossing.below(crossing.observable(), Math.rint(1e4 * level) / 1e4);
    }

    /** Such as {@code gaussian: variance < 0.5}. */
    public String label() {
        return family.name() + ": " + crossing.label() + (ofRealSample ? " of a real sample's" : "")
                + (when == When.BY ? " by" : " at");
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
                List.of(crossing(rows)));
        family.check(scenario);
        SimulationResult result = Simulation.run(scenario);
        long hits = when == When.BY ? result.crossedBy(0, generations) : at(result);
        Limits limits = ClopperPearson.interval(hits, chains, 0.95);
        return new Risk(alpha, rows, hits / (double) chains, limits.lower(), limits.upper());
    }

    /** Chains past the threshold at the last generation, from the sketch: right to a few chains in a thousand. */
    private long at(SimulationResult result) {
        int last = result.recorded().count() - 1;
        var sketch = result.tally().quantiles(result.observable(crossing.observable()), last);
        double below = sketch == null
                ? Double.NaN
                : sketch.shareBelow(result.scenario().crossings().get(0).threshold());
        return Math.round(result.chains() * (crossing.below() ? below : 1 - below));
    }

    /** The same event, asked at the last generation itself. */
    public Definition atTheEnd() {
        return new Definition(family, draw, crossing, When.AT, ofRealSample);
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
