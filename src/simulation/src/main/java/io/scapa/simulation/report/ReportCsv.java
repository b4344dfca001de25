package io.scapa.simulation.report;

import io.scapa.simulation.Observable;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.theory.TheoryCurve;
import java.util.List;

/** The numbers of a report as comma-separated lines. */
final class ReportCsv {
    private final StringBuilder out = new StringBuilder("scenario,generation,observable,statistic,value\n");

    private ReportCsv() {}

    static String write(List<SimulationResult> results, List<List<TheoryCurve>> theories) {
        ReportCsv csv = new ReportCsv();
        for (int i = 0; i < results.size(); i++) {
            csv.run(results.get(i), theories.get(i));
        }
        return csv.out.toString();
    }

    private void run(SimulationResult result, List<TheoryCurve> theories) {
        String name = result.scenario().name();
        for (Observable observable : result.scenario().family().observables()) {
            int index = result.observable(observable.name());
            for (int row = 0; row < result.recorded().count(); row++) {
                int generation = result.generation(row);
                Moments moments = result.tally().moments(index, row);
                line(name, generation, observable.name(), "mean", moments.mean());
                line(name, generation, observable.name(), "standard_error", moments.standardError());
                for (int q = 0; q < ReportJson.SHARES.length && observable.quantiles(); q++) {
                    double value = result.quantile(observable.name(), generation, ReportJson.SHARES[q]);
                    line(name, generation, observable.name(), ReportJson.NAMES[q], value);
                }
            }
        }
        for (TheoryCurve curve : theories) {
            String statistic = "theory_" + curve.statistic().name().toLowerCase(java.util.Locale.ROOT);
            for (int row = 0; row < result.recorded().count(); row++) {
                double value = curve.at(result.recorded().index(row));
                line(name, result.generation(row), curve.observable(), statistic, value);
            }
        }
        for (int c = 0; c < result.scenario().crossings().size(); c++) {
            for (int row = 0; row < result.recorded().count(); row++) {
                int generation = result.generation(row);
                double share = result.crossedBy(c, generation) / (double) result.chains();
                line(name, generation, result.scenario().crossings().get(c).label(), "probability", share);
            }
        }
    }

    private void line(String scenario, int generation, String observable, String statistic, double value) {
        out.append(quoted(scenario)).append(',').append(generation).append(',').append(observable);
        out.append(',').append(statistic).append(',').append(value).append('\n');
    }

    private static String quoted(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"").replace('\n', ' ') + '"';
    }
}
