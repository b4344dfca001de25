package io.scapa.simulation.chart;

import io.scapa.simulation.decision.Definition;
import io.scapa.simulation.decision.MixFrontier;
import java.util.List;

/** The mix frontier as a heat map: risk by share of model output and rows per generation, with the frontier drawn in. */
public final class FrontierChart {
    private static final String[] COLOURS = {"#f7fbff", "#deebf7", "#fee8c8", "#fdbb84", "#ef6548", "#b30000"};
    private static final double[] LEVELS = {0.01, 0.05, 0.1, 0.25, 0.5};
    private static final double CELL_HEIGHT = 44;

    private FrontierChart() {}

    /** Draws a frontier. */
    public static String of(MixFrontier frontier) {
        List<MixFrontier.Point> points = frontier.points();
        int columns = frontier.grid().size() / points.size();
        int height = (int) (Frame.TOP + CELL_HEIGHT * points.size() + 66);
        String title = "How much model output is safe";
        String subtitle = "P(" + frontier.definition().label() + " generation " + frontier.generations()
                + ") by share of model output; the line is the frontier of "
                + Numbers.percent(frontier.limit(), 3) + ", with real rows per generation at its right";
        Svg svg = new Svg(height, title, subtitle);
        svg.text("title", 20, 30, "start", title);
        Frame.subtitle(svg, subtitle);
        double left = 92;
        double width = (Svg.WIDTH - left - 120) / columns;
        for (int r = 0; r < points.size(); r++) {
            double y = Frame.TOP + r * CELL_HEIGHT;
            svg.text(
                    "tick",
                    left - 8,
                    y + CELL_HEIGHT / 2 + 4,
                    "end",
                    "M = " + Numbers.significant(points.get(r).rows(), 6));
            for (int c = 0; c < columns; c++) {
                Definition.Risk risk = frontier.grid().get(r * columns + c);
                int level = level(risk.probability());
                double x = left + c * width;
                svg.cell(COLOURS[level], x + 1, y + 1, width - 2, CELL_HEIGHT - 2);
                String text = Numbers.percent(
                        risk.probability(), risk.probability() < 0.001 ? 1 : risk.probability() < 0.0995 ? 2 : 3);
                svg.colouredText(level >= 4 ? "#ffffff" : "#17202a", x + width / 2, y + CELL_HEIGHT / 2 + 4, text);
            }
            edge(svg, frontier, r, columns, left, width, y);
            svg.text(
                    "note",
                    left + columns * width + 10,
                    y + CELL_HEIGHT / 2 + 4,
                    "start",
                    points.get(r).alpha() == 0
                            ? "none is safe"
                            : Numbers.significant(points.get(r).realRows(), 3) + " real rows");
        }
        double bottom = Frame.TOP + points.size() * CELL_HEIGHT;
        for (int c = 0; c < columns; c++) {
            svg.text(
                    "tick",
                    left + (c + 0.5) * width,
                    bottom + 18,
                    "middle",
                    Numbers.significant(frontier.grid().get(c).alpha(), 3));
        }
        svg.text("", left + columns * width / 2, bottom + 40, "middle", "alpha: share of model output");
        return svg.finish();
    }

    /** A bar between the last safe cell and the first unsafe one. */
    private static void edge(Svg svg, MixFrontier frontier, int r, int columns, double left, double width, double y) {
        int c = 0;
        while (c < columns && frontier.grid().get(r * columns + c).probability() <= frontier.limit()) {
            c++;
        }
        svg.rect("f0", left + c * width - 2, y, 4, CELL_HEIGHT, 1);
    }

    private static int level(double probability) {
        int level = 0;
        while (level < LEVELS.length && probability > LEVELS[level]) {
            level++;
        }
        return level;
    }
}
