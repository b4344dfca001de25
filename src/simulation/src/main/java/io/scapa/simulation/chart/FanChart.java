package io.scapa.simulation.chart;

import io.scapa.simulation.Crossing;
import io.scapa.simulation.Observable;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.theory.TheoryCurve;
import java.util.ArrayList;
import java.util.List;

/** How an observable spreads over the chains by generation: 5-95% and 25-75% bands, median, mean, and theory where there is one. */
public final class FanChart {
    private static final int HEIGHT = 494;
    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};
    /** Beyond this ratio of largest to smallest the axis is logarithmic. */
    private static final double LOGARITHMIC_FROM = 60;

    private final SimulationResult result;
    private final Observable observable;
    private final int rows;
    private final double[][] quantiles;
    private final double[] means;
    private final List<TheoryCurve> theory;

    private FanChart(SimulationResult result, String name, List<TheoryCurve> curves) {
        this.result = result;
        int index = result.observable(name);
        observable = result.scenario().family().observables().get(index);
        rows = result.recorded().count();
        quantiles = new double[SHARES.length][rows];
        means = new double[rows];
        for (int row = 0; row < rows; row++) {
            means[row] = result.tally().moments(index, row).mean();
            for (int q = 0; q < SHARES.length; q++) {
                quantiles[q][row] = result.quantile(name, result.generation(row), SHARES[q]);
            }
        }
        theory = curves.stream()
                .filter(curve -> curve.observable().equals(name) && curve.statistic() != TheoryCurve.Statistic.VARIANCE)
                .toList();
    }

    /** Draws an observable that keeps quantiles. */
    public static String of(SimulationResult result, String observable, List<TheoryCurve> curves) {
        return new FanChart(result, observable, curves).draw();
    }

    private String draw() {
        Frame frame = new Frame(title(), subtitle(), HEIGHT);
        Scale x = Scale.linear(result.generation(0), result.generation(rows - 1), Frame.LEFT, Frame.RIGHT);
        Scale y = vertical(frame);
        frame.xAxis(x, "generation");
        frame.yAxis(y, Frame.axisLabel(observable.label(), observable.unit()), false);
        thresholds(frame, y);
        frame.svg.path("f0", band(x, y, quantiles[0], quantiles[4]), 0.16);
        frame.svg.path("f0", band(x, y, quantiles[1], quantiles[3]), 0.28);
        frame.svg.path("thin c1", curve(x, y, means), 1);
        frame.svg.path("line c0", curve(x, y, quantiles[2]), 1);
        for (TheoryCurve each : theory) {
            frame.svg.path("theory", curve(x, y, recorded(each)), 1);
        }
        frame.legend(entries());
        return frame.svg.finish();
    }

    private String title() {
        String label = observable.label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1) + ", generation by generation";
    }

    private String subtitle() {
        return result.scenario().name() + ": " + ScenarioWords.of(result.scenario()) + ", "
                + Numbers.significant(result.chains(), 9) + " chains";
    }

    private double[] recorded(TheoryCurve curve) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = curve.at(result.recorded().index(row));
        }
        return values;
    }

    private Scale vertical(Frame frame) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows; row++) {
            low = Math.min(low, quantiles[0][row]);
            high = Math.max(high, quantiles[4][row]);
            if (Double.isFinite(means[row])) {
                high = Math.max(high, Math.min(means[row], 3 * Math.max(quantiles[4][row], 1e-300)));
            }
        }
        if (!(low <= high)) {
            return Scale.linear(0, 1, frame.bottom, Frame.TOP);
        }
        if (low > 0 && high / low > LOGARITHMIC_FROM) {
            return Scale.logarithmic(low * 0.8, high * 1.15, frame.bottom, Frame.TOP);
        }
        double margin = 0.06 * Math.max(high - low, 1e-12);
        double bottom = low >= 0 && low < 0.6 * high ? 0 : low - margin;
        return Scale.linear(bottom, high + margin, frame.bottom, Frame.TOP);
    }

    private void thresholds(Frame frame, Scale y) {
        for (Crossing crossing : result.scenario().crossings()) {
            double level = crossing.threshold();
            if (crossing.observable().equals(observable.name()) && level > y.from() && level < y.to()) {
                frame.svg.line("mark", Frame.LEFT, y.at(level), Frame.RIGHT, y.at(level));
                frame.svg.text("note", Frame.RIGHT - 4, y.at(level) - 5, "end", crossing.label());
            }
        }
    }

    private Svg.Path curve(Scale x, Scale y, double[] values) {
        Svg.Path path = new Svg.Path();
        for (int row = 0; row < rows; row++) {
            path.to(x.at(result.generation(row)), Double.isFinite(values[row]) ? y.held(values[row]) : Double.NaN);
        }
        return path;
    }

    private Svg.Path band(Scale x, Scale y, double[] low, double[] high) {
        Svg.Path path = new Svg.Path();
        for (int row = 0; row < rows; row++) {
            path.to(x.at(result.generation(row)), y.held(high[row]));
        }
        for (int row = rows - 1; row >= 0; row--) {
            path.to(x.at(result.generation(row)), y.held(low[row]));
        }
        return path.close();
    }

    private List<Frame.Entry> entries() {
        List<Frame.Entry> entries = new ArrayList<>();
        entries.add(new Frame.Entry("line c0", false, 1, "median chain"));
        entries.add(new Frame.Entry("f0", true, 0.45, "middle half"));
        entries.add(new Frame.Entry("f0", true, 0.18, "5 to 95%"));
        entries.add(new Frame.Entry("thin c1", false, 1, "mean"));
        for (TheoryCurve each : theory) {
            String words = each.statistic() == TheoryCurve.Statistic.MEDIAN ? "theory (median)" : "theory (mean)";
            entries.add(new Frame.Entry("theory", false, 1, words + ": " + each.formula()));
        }
        return entries;
    }
}
