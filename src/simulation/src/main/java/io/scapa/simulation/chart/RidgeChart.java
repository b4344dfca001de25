package io.scapa.simulation.chart;

import java.util.List;

/** Histograms one below the other, overlapping, the newest generation in front: how a distribution narrows or wanders. */
public final class RidgeChart {
    private static final double ROW = 40;
    private static final double PEAK = 96;
    private static final String[] COLOURS = {
        "#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#d9c820"
    };

    private RidgeChart() {}

    /**
     * One ridge.
     *
     * @param label at its left, such as {@code generation 6}
     * @param counts by bin, in any unit; each ridge is scaled to the highest of all
     * @param note at its right, such as the variance
     */
    public record Ridge(String label, double[] counts, String note) {}

    /**
     * Draws ridges over one axis.
     *
     * @param from left edge of the first bin
     * @param to right edge of the last bin
     */
    public static String of(String title, String subtitle, String axis, List<Ridge> ridges, double from, double to) {
        int height = (int) (Frame.TOP + PEAK + ROW * ridges.size() + 62);
        Svg svg = new Svg(height, title, subtitle);
        svg.text("title", 20, 30, "start", title);
        Frame.subtitle(svg, subtitle);
        double left = 118;
        double right = Svg.WIDTH - 130;
        double bottom = height - 54;
        Scale x = Scale.linear(from, to, left, right);
        for (double tick : x.ticks(8)) {
            svg.line("grid", x.at(tick), Frame.TOP, x.at(tick), bottom);
            svg.text("tick", x.at(tick), bottom + 18, "middle", Numbers.significant(tick, 5));
        }
        svg.text("", (left + right) / 2, bottom + 38, "middle", axis);
        double highest = 0;
        for (Ridge ridge : ridges) {
            for (double count : ridge.counts()) {
                highest = Math.max(highest, count);
            }
        }
        for (int i = 0; i < ridges.size(); i++) {
            double base = Frame.TOP + PEAK + ROW * i;
            draw(svg, ridges.get(i), x, base, highest, colour(i, ridges.size()));
            svg.text("tick", left - 10, base, "end", ridges.get(i).label());
            svg.text("note", right + 10, base, "start", ridges.get(i).note());
        }
        return svg.finish();
    }

    private static String colour(int i, int of) {
        return COLOURS[of == 1 ? 0 : (int) Math.round(i * (COLOURS.length - 1.0) / (of - 1))];
    }

    /** Square roots of the heights, so that a spike does not flatten all other ridges. */
    private static void draw(Svg svg, Ridge ridge, Scale x, double base, double highest, String colour) {
        Svg.Path path = new Svg.Path();
        int bins = ridge.counts().length;
        double step = (x.to() - x.from()) / bins;
        path.to(x.at(x.from()), base);
        for (int b = 0; b < bins; b++) {
            double top = base - PEAK * Math.sqrt(ridge.counts()[b] / highest);
            path.to(x.at(x.from() + b * step), top).to(x.at(x.from() + (b + 1) * step), top);
        }
        path.to(x.at(x.to()), base).close();
        svg.shape("ridge", colour, path, 0.88);
        svg.line("axis", x.start(), base, x.end(), base);
    }

    /** Counts of values in even bins; values outside fall into the outermost bins. */
    public static double[] histogram(double[] values, double from, double to, int bins) {
        double[] counts = new double[bins];
        for (double value : values) {
            int bin = (int) Math.floor((value - from) / (to - from) * bins);
            counts[Math.max(0, Math.min(bins - 1, bin))]++;
        }
        return counts;
    }
}
