package io.scapa.simulation.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * The mix frontier: the largest share of model output at which the probability of collapse by a generation stays at or
 * below a limit, by rows per generation. Stability is about counts, so the frontier is also given as real rows needed.
 *
 * @param definition what counts as collapse
 * @param generations by when
 * @param limit the risk that is accepted
 * @param points by rows per generation
 * @param grid every risk that was simulated
 */
public record MixFrontier(
        Definition definition, int generations, double limit, List<Point> points, List<Definition.Risk> grid) {
    private static final double[] ALPHAS = {0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 1};

    /**
     * One point of the frontier.
     *
     * @param rows per generation
     * @param alpha largest safe share by the estimate, interpolated
     * @param lower safe even if the risk is at the upper end of its interval
     * @param upper safe if the risk is at the lower end of its interval
     * @param realRows real rows per generation at {@code alpha}
     */
    public record Point(int rows, double alpha, double lower, double upper, double realRows) {}

    /** Simulates the frontier for some numbers of rows. */
    public static MixFrontier of(
            Definition definition, int[] rows, int generations, double limit, int chains, long seed) {
        List<Point> points = new ArrayList<>();
        List<Definition.Risk> grid = new ArrayList<>();
        for (int m : rows) {
            List<Definition.Risk> line = new ArrayList<>();
            for (double alpha : ALPHAS) {
                line.add(definition.risk(alpha, m, generations, chains, seed + line.size()));
            }
            grid.addAll(line);
            double[] estimate =
                    line.stream().mapToDouble(Definition.Risk::probability).toArray();
            double[] worst = line.stream().mapToDouble(Definition.Risk::upper).toArray();
            double[] best = line.stream().mapToDouble(Definition.Risk::lower).toArray();
            double alpha = crossing(estimate, limit);
            points.add(new Point(m, alpha, crossing(worst, limit), crossing(best, limit), m * (1 - alpha)));
        }
        return new MixFrontier(definition, generations, limit, List.copyOf(points), List.copyOf(grid));
    }

    /** Where a rising risk passes the limit: linear between the grid's shares; 0 where even the least is above it. */
    private static double crossing(double[] risks, double limit) {
        for (int i = 0; i < risks.length; i++) {
            if (risks[i] > limit) {
                if (i == 0) {
                    return 0;
                }
                double part = (limit - risks[i - 1]) / (risks[i] - risks[i - 1]);
                return ALPHAS[i - 1] + Math.max(0, part) * (ALPHAS[i] - ALPHAS[i - 1]);
            }
        }
        return 1;
    }

    /**
     * Uncertain provenance: the chance that a dataset lies inside the safe region, given its posterior over alpha.
     *
     * @param rows per generation; one of the frontier's
     * @param posterior draws from the posterior over alpha
     * @return chances at the frontier's lower end, estimate and upper end
     */
    public double[] chanceInside(int rows, double[] posterior) {
        Point point = points.stream()
                .filter(p -> p.rows() == rows)
                .findFirst()
                .orElseThrow(() ->
                        new io.scapa.simulation.ScenarioException("rows", "the frontier has no line for " + rows));
        return new double[] {
            below(posterior, point.lower()), below(posterior, point.alpha()), below(posterior, point.upper())
        };
    }

    private static double below(double[] draws, double alpha) {
        int inside = 0;
        for (double draw : draws) {
            inside += draw <= alpha ? 1 : 0;
        }
        return inside / (double) draws.length;
    }
}
