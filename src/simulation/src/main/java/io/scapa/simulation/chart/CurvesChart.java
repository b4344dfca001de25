package io.scapa.simulation.chart;

import java.util.ArrayList;
import java.util.List;

/** Curves over one axis: a target and what models of several generations made of it. */
public final class CurvesChart {
    private static final int HEIGHT = 494;

    private CurvesChart() {}

    /**
     * One curve.
     *
     * @param label in the legend
     * @param values at even steps over the axis
     */
    public record Curve(String label, double[] values) {}

    /** Draws the first curve dashed, as the truth, and the others over it. */
    public static String of(
            String title, String subtitle, String xLabel, String yLabel, double from, double to, List<Curve> curves) {
        Frame frame = new Frame(title, subtitle, HEIGHT);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (double value : curve.values()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double margin = 0.06 * (high - low);
        Scale x = Scale.linear(from, to, Frame.LEFT, Frame.RIGHT);
        Scale y = Scale.linear(low - margin, high + margin, frame.bottom, Frame.TOP);
        frame.xAxis(x, xLabel);
        frame.yAxis(y, yLabel, false);
        List<Frame.Entry> entries = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            String css = i == 0 ? "theory" : "line c" + (i - 1) % 5;
            frame.svg.path(css, path(x, y, curves.get(i).values()), 1);
            entries.add(new Frame.Entry(css, false, 1, curves.get(i).label()));
        }
        frame.legend(entries);
        return frame.svg.finish();
    }

    private static Svg.Path path(Scale x, Scale y, double[] values) {
        Svg.Path path = new Svg.Path();
        for (int i = 0; i < values.length; i++) {
            path.to(x.at(x.from() + (x.to() - x.from()) * i / (values.length - 1)), y.at(values[i]));
        }
        return path;
    }
}
