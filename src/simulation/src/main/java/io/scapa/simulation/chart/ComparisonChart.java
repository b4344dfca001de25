package io.scapa.simulation.chart;

import io.scapa.simulation.Observable;
import io.scapa.simulation.engine.SimulationResult;
import java.util.ArrayList;
import java.util.List;

/** One observable of several runs side by side: median chain and 5-95% band of each, so that mixtures can be told apart. */
public final class ComparisonChart {
    /** More runs than this cannot be told apart by colour. */
    public static final int MOST_RUNS = 6;

    private static final int HEIGHT = 494;
    private static final double LOGARITHMIC_FROM = 30;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final List<SimulationResult> runs;
    private final Observable observable;

    private ComparisonChart(List<SimulationResult> runs, String name) {
        this.runs = runs;
        SimulationResult first = runs.get(0);
        observable = first.scenario().family().observables().get(first.observable(name));
    }

    /**
     * Draws an observable that keeps quantiles.
     *
     * @param runs 2 to {@value #MOST_RUNS}, of families that watch the same
     */
    public static String of(List<SimulationResult> runs, String observable) {
        return new ComparisonChart(List.copyOf(runs), observable).draw();
    }

    private String draw() {
        String label = observable.label();
        String subtitle = ScenarioWords.size(runs.get(0).scenario()) + ", "
                + Numbers.significant(runs.get(0).chains(), 9) + " chains each: median chain and 5 to 95%";
        Frame frame = new Frame(Character.toUpperCase(label.charAt(0)) + label.substring(1), subtitle, HEIGHT);
        int last = 0;
        for (SimulationResult run : runs) {
            last = Math.max(last, run.generation(run.recorded().count() - 1));
        }
        Scale x = Scale.linear(runs.get(0).generation(0), last, Frame.LEFT, Frame.RIGHT);
        Scale y = vertical(frame);
        frame.xAxis(x, "generation");
        frame.yAxis(y, Frame.axisLabel(label, observable.unit()), false);
        List<Frame.Entry> entries = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            frame.svg.path("f" + i, band(runs.get(i), x, y), 0.14);
        }
        for (int i = 0; i < runs.size(); i++) {
            frame.svg.path("line c" + i, median(runs.get(i), x, y), 1);
            entries.add(new Frame.Entry(
                    "line c" + i, false, 1, runs.get(i).scenario().name()));
        }
        frame.legend(entries);
        return frame.svg.finish();
    }

    private double at(SimulationResult run, int row, double share) {
        return run.quantile(observable.name(), run.generation(row), share);
    }

    private Scale vertical(Frame frame) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (SimulationResult run : runs) {
            for (int row = 0; row < run.recorded().count(); row++) {
                low = Math.min(low, at(run, row, LOW));
                high = Math.max(high, at(run, row, HIGH));
            }
        }
        if (!(low <= high)) {
            return Scale.linear(0, 1, frame.bottom, Frame.TOP);
        }
        if (low > 0 && high / low > LOGARITHMIC_FROM) {
            return Scale.logarithmic(low * 0.85, high * 1.15, frame.bottom, Frame.TOP);
        }
        double margin = 0.06 * Math.max(high - low, 1e-12);
        return Scale.linear(low >= 0 && low < 0.6 * high ? 0 : low - margin, high + margin, frame.bottom, Frame.TOP);
    }

    private Svg.Path median(SimulationResult run, Scale x, Scale y) {
        Svg.Path path = new Svg.Path();
        for (int row = 0; row < run.recorded().count(); row++) {
            double value = at(run, row, 0.5);
            path.to(x.at(run.generation(row)), Double.isFinite(value) ? y.held(value) : Double.NaN);
        }
        return path;
    }

    private Svg.Path band(SimulationResult run, Scale x, Scale y) {
        Svg.Path path = new Svg.Path();
        int rows = run.recorded().count();
        for (int row = 0; row < rows; row++) {
            path.to(x.at(run.generation(row)), y.held(at(run, row, HIGH)));
        }
        for (int row = rows - 1; row >= 0; row--) {
            path.to(x.at(run.generation(row)), y.held(at(run, row, LOW)));
        }
        return path.close();
    }
}
