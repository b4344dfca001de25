package io.scapa.detection.evaluation.report;

import java.util.List;
import java.util.Locale;

/**
 * One SVG picture: a title, a frame with two axes, and what is drawn in it. Colours are classes with a light and a dark value;
 * numbers and order are fixed, so that the same figures give the same bytes.
 */
final class Chart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 400;
    private static final double LEFT = 70;
    private static final double RIGHT = WIDTH - 26;
    private static final double TOP = 74;
    private static final double BOTTOM = HEIGHT - 88;
    private static final double LETTER = 6.4;
    private static final int CROWD = 7;
    private static final int SHORT = 6;

    private static final String STYLE = """
            <style>
            text{font:12px system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;fill:#39424e}
            .bg{fill:#ffffff}.title{font-size:17px;font-weight:600;fill:#17202a}.sub{font-size:12.5px;fill:#5a6572}
            .grid{stroke:#e6e9ed;stroke-width:1}.axis{stroke:#9aa4af;stroke-width:1}.tick{font-size:11.5px;fill:#5a6572}
            .c0{stroke:#2166ac}.c1{stroke:#c8600a}.c2{stroke:#1b7f5c}.f0{fill:#2166ac}.f1{fill:#c8600a}.f2{fill:#1b7f5c}
            .line{fill:none;stroke-width:2;stroke-linejoin:round}.mark{fill:none;stroke:#9aa4af;stroke-width:1.2;stroke-dasharray:4 3}
            .whisker{stroke-width:1.4}.note{font-size:11.5px;fill:#5a6572}
            @media (prefers-color-scheme:dark){text{fill:#c9d1d9}.bg{fill:#12171e}.title{fill:#f0f3f6}.sub,.tick,.note{fill:#9aa7b4}
            .grid{stroke:#252d37}.axis{stroke:#55606d}.mark{stroke:#6d7986}
            .c0{stroke:#6cb0f0}.c1{stroke:#f0a35c}.c2{stroke:#5cc9a0}.f0{fill:#6cb0f0}.f1{fill:#f0a35c}.f2{fill:#5cc9a0}}
            </style>
            """;

    private final StringBuilder out = new StringBuilder(8_192);
    private final Axis x;
    private final Axis y;
    private double legend = LEFT;

    Chart(String title, String subtitle, Axis x, Axis y) {
        this.x = x;
        this.y = y;
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n"
                        .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT)
                        .replace("\r", ""));
        out.append("<title>").append(escaped(title)).append("</title>\n").append(STYLE);
        tag("rect class=\"bg\" x=\"0\" y=\"0\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\"");
        text("title", 20, 30, "start", title);
        text("sub", 20, 50, "start", subtitle);
        frame();
    }

    private void frame() {
        boolean crowded = x.ticks().size() > CROWD
                && x.ticks().stream().anyMatch(t -> t.words().length() > SHORT);
        for (int i = 0; i < x.ticks().size(); i++) {
            double at = x(x.ticks().get(i).at());
            stroke("grid", at, TOP, at, BOTTOM);
            text(
                    "tick",
                    at,
                    BOTTOM + (crowded && i % 2 == 1 ? 31 : 18),
                    "middle",
                    x.ticks().get(i).words());
        }
        for (Axis.Tick tick : y.ticks()) {
            double at = y(tick.at());
            stroke("grid", LEFT, at, RIGHT, at);
            text("tick", LEFT - 8, at + 4, "end", tick.words());
        }
        stroke("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        stroke("axis", LEFT, TOP, LEFT, BOTTOM);
        text("", (LEFT + RIGHT) / 2, BOTTOM + (crowded ? 48 : 38), "middle", x.label());
        out.append("<text text-anchor=\"middle\" transform=\"translate(20 ")
                .append(number((TOP + BOTTOM) / 2))
                .append(") rotate(-90)\">")
                .append(escaped(y.label()))
                .append("</text>\n");
    }

    private double x(double value) {
        return LEFT + x.share(value) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - y.share(value) * (BOTTOM - TOP);
    }

    /** A line through points, each {x, y}. */
    void line(String css, List<double[]> points) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(number(x(point[0])))
                    .append(' ')
                    .append(number(y(point[1])));
        }
        tag("path class=\"line " + css + "\" d=\"" + path + "\"");
    }

    /** A dashed line that marks something. */
    void mark(double fromX, double fromY, double toX, double toY) {
        stroke("mark", x(fromX), y(fromY), x(toX), y(toY));
    }

    /** A bar from the axis up. */
    void bar(String css, double fromX, double toX, double height, double opacity) {
        double top = y(height);
        tag("rect class=\"" + css + "\" x=\"" + number(x(fromX)) + "\" y=\"" + number(top) + "\" width=\""
                + number(x(toX) - x(fromX)) + "\" height=\"" + number(BOTTOM - top) + "\" opacity=\"" + number(opacity)
                + '"');
    }

    /** A dot, as large as asked for. */
    void dot(String css, double atX, double atY, double radius) {
        tag("circle class=\"" + css + "\" cx=\"" + number(x(atX)) + "\" cy=\"" + number(y(atY)) + "\" r=\""
                + number(radius) + '"');
    }

    /** An interval at a place of the x axis, with a dot. */
    void whisker(String colour, double at, double shift, double low, double middle, double high) {
        double centre = x(at) + shift;
        stroke("whisker c" + colour, centre, y(low), centre, y(high));
        tag("circle class=\"f" + colour + "\" cx=\"" + number(centre) + "\" cy=\"" + number(y(middle)) + "\" r=\"4\"");
    }

    /** Words beside a point. */
    void note(double atX, double atY, String anchor, String words) {
        text("note", x(atX) + (anchor.equals("end") ? -6 : 6), y(atY) - 6, anchor, words);
    }

    /** An entry of the legend below the frame. */
    void legend(String colour, boolean filled, String words) {
        double top = BOTTOM + 62;
        if (filled) {
            tag("rect class=\"f" + colour + "\" x=\"" + number(legend) + "\" y=\"" + number(top - 10)
                    + "\" width=\"20\" height=\"10\" opacity=\"0.6\"");
        } else {
            stroke("line c" + colour, legend, top - 4, legend + 20, top - 4);
        }
        text("note", legend + 26, top, "start", words);
        legend += 48 + LETTER * words.length();
    }

    String svg() {
        return out + "</svg>\n";
    }

    private void stroke(String css, double fromX, double fromY, double toX, double toY) {
        tag("line class=\"" + css + "\" x1=\"" + number(fromX) + "\" y1=\"" + number(fromY) + "\" x2=\"" + number(toX)
                + "\" y2=\"" + number(toY) + '"');
    }

    private void text(String css, double atX, double atY, String anchor, String words) {
        out.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">"
                        .formatted(css, number(atX), number(atY), anchor))
                .append(escaped(words))
                .append("</text>\n");
    }

    private void tag(String inside) {
        out.append('<').append(inside).append("/>\n");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    /** Words that stand in mark-up. */
    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
