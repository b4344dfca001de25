package io.scapa.simulation.chart;

import io.scapa.simulation.engine.SimulationResult;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.ArrayList;
import java.util.List;

/** The share of chains that have passed each threshold by each generation, with 95% Clopper-Pearson bands. */
public final class CrossingChart {
    private static final int HEIGHT = 474;
    private static final int POINTS = 25;

    private CrossingChart() {}

    /** Draws all crossings of a run. */
    public static String of(SimulationResult result) {
        Frame frame = new Frame(
                "How many chains have collapsed",
                result.scenario().name() + ": " + ScenarioWords.of(result.scenario()) + ", "
                        + Numbers.significant(result.chains(), 9) + " chains; bands are 95% Clopper-Pearson",
                HEIGHT);
        int first = result.scenario().family().firstGeneration();
        int last = first + result.scenario().generations() - 1;
        Scale x = Scale.linear(first, last, Frame.LEFT, Frame.RIGHT);
        Scale y = Scale.linear(0, 1, frame.bottom, Frame.TOP);
        frame.xAxis(x, "generation");
        frame.yAxis(y, "share of chains past the threshold", true);
        List<Frame.Entry> entries = new ArrayList<>();
        for (int c = 0; c < result.scenario().crossings().size(); c++) {
            draw(frame, x, y, result, c, first, last);
            entries.add(new Frame.Entry(
                    "line c" + c % 5,
                    false,
                    1,
                    result.scenario().crossings().get(c).label()));
        }
        frame.legend(entries);
        return frame.svg.finish();
    }

    private static void draw(Frame frame, Scale x, Scale y, SimulationResult result, int c, int first, int last) {
        Svg.Path curve = new Svg.Path();
        int points = Math.min(POINTS, last - first + 1);
        double[][] band = new double[points][];
        long before = -1;
        Limits limits = new Limits(0, 1);
        for (int i = 0; i < points; i++) {
            int generation = points == 1 ? last : first + (int) Math.round(i * (double) (last - first) / (points - 1));
            long hits = result.crossedBy(c, generation);
            if (hits != before) {
                limits = ClopperPearson.interval(hits, result.chains(), 0.95);
                before = hits;
            }
            band[i] = new double[] {x.at(generation), y.at(limits.lower()), y.at(limits.upper())};
            curve.to(x.at(generation), y.at(hits / (double) result.chains()));
        }
        Svg.Path outline = new Svg.Path();
        for (double[] point : band) {
            outline.to(point[0], point[2]);
        }
        for (int i = points - 1; i >= 0; i--) {
            outline.to(band[i][0], band[i][1]);
        }
        frame.svg.path("f" + c % 5, outline.close(), 0.2);
        frame.svg.path("line c" + c % 5, curve, 1);
    }
}
