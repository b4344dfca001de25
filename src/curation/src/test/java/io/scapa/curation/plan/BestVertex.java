package io.scapa.curation.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The slow obvious twin of a solver. The elastic objective is concave and piecewise linear, so its maximum over the box lies
 * where as many hyperplanes meet as there are columns: bounds of columns and ends of rows. It tries all such points.
 */
final class BestVertex {
    private BestVertex() {}

    static double of(MixtureProblem problem) {
        int n = problem.columns().size();
        List<double[]> planes = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n + 1];
            unit[j] = 1;
            planes.add(unit);
            double[] top = unit.clone();
            top[n] = problem.columns().get(j).capacity();
            planes.add(top);
        }
        for (MixtureProblem.Row row : problem.rows()) {
            for (double end : new double[] {row.lower(), row.upper()}) {
                if (!Double.isInfinite(end)) {
                    double[] plane = java.util.Arrays.copyOf(row.coefficients(), n + 1);
                    plane[n] = end;
                    planes.add(plane);
                }
            }
        }
        return search(problem, planes, new ArrayList<>(), 0, Double.NEGATIVE_INFINITY);
    }

    private static double search(
            MixtureProblem problem, List<double[]> planes, List<double[]> chosen, int from, double best) {
        int n = problem.columns().size();
        if (chosen.size() == n) {
            double[] x = meet(chosen, n);
            return x == null || outside(problem, x) ? best : Math.max(best, problem.objective(x));
        }
        double found = best;
        for (int i = from; i < planes.size(); i++) {
            chosen.add(planes.get(i));
            found = search(problem, planes, chosen, i + 1, found);
            chosen.removeLast();
        }
        return found;
    }

    private static boolean outside(MixtureProblem problem, double[] x) {
        for (int j = 0; j < x.length; j++) {
            if (x[j] < -1e-9 || x[j] > problem.columns().get(j).capacity() + 1e-9) {
                return true;
            }
        }
        return false;
    }

    /** Gaussian elimination with pivoting; null where the planes do not meet in one point. */
    private static double[] meet(List<double[]> planes, int n) {
        double[][] m = planes.stream().map(double[]::clone).toArray(double[][]::new);
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(m[i][k]) > Math.abs(m[pivot][k]) ? i : pivot;
            }
            if (Math.abs(m[pivot][k]) < 1e-12) {
                return null;
            }
            double[] swap = m[k];
            m[k] = m[pivot];
            m[pivot] = swap;
            for (int i = 0; i < n; i++) {
                double factor = i == k ? 0 : m[i][k] / m[k][k];
                for (int j = k; factor != 0 && j <= n; j++) {
                    m[i][j] -= factor * m[k][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = m[i][n] / m[i][i];
        }
        return x;
    }
}
