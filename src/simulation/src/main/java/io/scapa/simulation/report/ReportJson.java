package io.scapa.simulation.report;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.preset.Preset;
import io.scapa.simulation.theory.TheoryCurve;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON shape of a report. */
final class ReportJson {
    static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};
    static final String[] NAMES = {"q05", "q25", "median", "q75", "q95"};

    private ReportJson() {}

    static String write(
            @Nullable Preset preset,
            List<SimulationResult> results,
            List<List<TheoryCurve>> theories,
            Set<String> charts) {
        JsonText json = new JsonText().open().put("schema", "scapa-simulation/1");
        if (preset != null) {
            json.open("preset")
                    .put("name", preset.name())
                    .put("title", preset.title())
                    .put("source", preset.source())
                    .put("published", preset.published())
                    .put("standsFor", preset.standsFor())
                    .put("measured", preset.reading().read(results))
                    .close();
        }
        json.list("runs");
        for (int i = 0; i < results.size(); i++) {
            run(json, results.get(i), theories.get(i));
        }
        json.endList().list("charts");
        charts.forEach(json::add);
        return json.endList().close().finish();
    }

    private static void run(JsonText json, SimulationResult result, List<TheoryCurve> theory) {
        json.open();
        scenario(json, result.scenario());
        json.put("chains", result.chains());
        json.open("observables");
        for (Observable observable : result.scenario().family().observables()) {
            observable(json, result, observable);
        }
        json.close().list("theory");
        for (TheoryCurve curve : theory) {
            theory(json, result, curve);
        }
        json.endList().list("crossings");
        for (int c = 0; c < result.scenario().crossings().size(); c++) {
            crossing(json, result, c);
        }
        json.endList().close();
    }

    private static void scenario(JsonText json, Scenario scenario) {
        Mixture mixture = scenario.mixture().nominal();
        json.open("scenario")
                .put("name", scenario.name())
                .put("family", scenario.family().name())
                .put("parameters", scenario.family().toString())
                .put("regime", scenario.regime().name())
                .put("samples", scenario.samples())
                .put("generations", scenario.generations())
                .put("chains", scenario.chains())
                .put("seed", scenario.seed())
                .put("treatment", scenario.treatment().toString());
        json.open("mixture")
                .put("alpha", mixture.alpha())
                .put("beta", mixture.beta())
                .put("gamma", mixture.gamma())
                .put("eta", mixture.eta())
                .close();
        json.close();
    }

    private static void observable(JsonText json, SimulationResult result, Observable observable) {
        json.open(observable.name())
                .put("label", observable.label())
                .put("unit", observable.unit())
                .list("generations");
        int index = result.observable(observable.name());
        for (int row = 0; row < result.recorded().count(); row++) {
            Moments moments = result.tally().moments(index, row);
            int generation = result.generation(row);
            json.open()
                    .put("generation", generation)
                    .put("mean", moments.mean())
                    .put("standardError", moments.standardError())
                    .put("variance", moments.variance())
                    .put("least", moments.least())
                    .put("most", moments.most());
            for (int q = 0; q < SHARES.length && observable.quantiles(); q++) {
                json.put(NAMES[q], result.quantile(observable.name(), generation, SHARES[q]));
            }
            json.close();
        }
        json.endList().close();
    }

    private static void theory(JsonText json, SimulationResult result, TheoryCurve curve) {
        json.open()
                .put("observable", curve.observable())
                .put("statistic", curve.statistic().name())
                .put("formula", curve.formula())
                .put("source", curve.source())
                .put("exact", curve.exact())
                .list("generations");
        for (int row = 0; row < result.recorded().count(); row++) {
            TheoryCheck check = TheoryCheck.at(result, curve, row);
            json.open()
                    .put("generation", check.generation())
                    .put("theory", check.theory())
                    .put("measured", check.measured())
                    .put("z", check.z())
                    .close();
        }
        json.endList().close();
    }

    private static void crossing(JsonText json, SimulationResult result, int c) {
        Crossing crossing = result.scenario().crossings().get(c);
        json.open().put("event", crossing.label()).list("byGeneration");
        for (int generation : Milestones.of(result)) {
            long hits = result.crossedBy(c, generation);
            Limits limits = ClopperPearson.interval(hits, result.chains(), 0.95);
            json.open()
                    .put("generation", generation)
                    .put("chains", hits)
                    .put("probability", hits / (double) result.chains())
                    .put("lower", limits.lower())
                    .put("upper", limits.upper())
                    .close();
        }
        json.endList().open("firstGeneration");
        for (int q = 0; q < SHARES.length; q++) {
            json.put(NAMES[q], result.firstCrossingQuantile(c, SHARES[q]));
        }
        json.close().close();
    }
}
