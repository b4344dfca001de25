package io.scapa.simulation.chart;

import java.util.List;

/** The part that all charts share: title, frame, axes with ticks, labels and legend. */
final class Frame {
    static final double LEFT = 74;
    static final double RIGHT = Svg.WIDTH - 26;
    static final double TOP = 84;

    private static final int LONGEST_LINE = 108;

    final Svg svg;
    final double bottom;

    Frame(String title, String subtitle, int height) {
        bottom = height - 100;
        svg = new Svg(height, title, subtitle);
        svg.text("title", 20, 30, "start", title);
        subtitle(svg, subtitle);
    }

    /** Below the title, broken into two lines where it is long. */
    static void subtitle(Svg svg, String words) {
        int cut = words.length() <= LONGEST_LINE ? -1 : words.lastIndexOf(' ', LONGEST_LINE);
        svg.text("sub", 20, 49, "start", cut < 0 ? words : words.substring(0, cut));
        if (cut >= 0) {
            svg.text("sub", 20, 65, "start", words.substring(cut + 1));
        }
    }

    void xAxis(Scale x, String label) {
        for (double tick : x.ticks(8)) {
            svg.line("grid", x.at(tick), TOP, x.at(tick), bottom);
            svg.text("tick", x.at(tick), bottom + 18, "middle", Numbers.significant(tick, 6));
        }
        svg.line("axis", LEFT, bottom, RIGHT, bottom);
        svg.text("", (LEFT + RIGHT) / 2, bottom + 38, "middle", label);
    }

    void yAxis(Scale y, String label, boolean percent) {
        for (double tick : y.ticks(6)) {
            svg.line("grid", LEFT, y.at(tick), RIGHT, y.at(tick));
            String text = percent ? Numbers.percent(tick, 4) : Numbers.significant(tick, 6);
            svg.text("tick", LEFT - 8, y.at(tick) + 4, "end", text);
        }
        svg.line("axis", LEFT, TOP, LEFT, bottom);
        svg.turnedText("", 20, (TOP + bottom) / 2, label);
    }

    /** One entry: a sample drawn by its class and what it means. */
    record Entry(String css, boolean band, double opacity, String words) {}

    /** A row of samples below the chart, wrapped where it is full. */
    void legend(List<Entry> entries) {
        double x = LEFT;
        double y = bottom + 62;
        for (Entry entry : entries) {
            double width = 44 + 6.5 * entry.words().length();
            if (x + width > RIGHT + 10 && x > LEFT) {
                x = LEFT;
                y += 17;
            }
            if (entry.band()) {
                svg.rect(entry.css(), x, y - 9, 20, 10, entry.opacity());
            } else {
                svg.line(entry.css(), x, y - 4, x + 20, y - 4);
            }
            svg.text("note", x + 26, y, "start", entry.words());
            x += width;
        }
    }

    static String axisLabel(String label, String unit) {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }
}
