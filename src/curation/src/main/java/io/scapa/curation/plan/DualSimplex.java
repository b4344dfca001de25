package io.scapa.curation.plan;

import io.scapa.curation.plan.MixtureProblem.Row;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One run of the dual simplex method with bound flipping (A. Koberstein, "Progress in the dual simplex algorithm for solving
 * large scale LP problems", 2008, sections 3 and 6.2) on an elastic program:
 *
 * <pre>maximise c x - penalty (under + over)   subject to   a_i x + under_i - over_i - s_i = 0,   lower_i &lt;= s_i &lt;= upper_i</pre>
 *
 * Every column lies between bounds, so the basis of all s_i with each column at the bound that its value prefers is a dual
 * feasible start, and a basis has one row for each row of the program: its inverse is kept whole.
 */
final class DualSimplex {
    private static final double PRIMAL = 1e-10;
    private static final double PIVOT = 1e-9;
    private static final int REFACTOR = 64;

    /** Values are moved by about this much, each by another amount, so that no two columns tie. */
    private static final double PERTURBATION = 1e-10;

    private final MixtureProblem problem;
    private final int rows;
    private final int given;
    private final int columns;
    private final double[][] a;
    private final double[] value;
    private final double[] lower;
    private final double[] upper;
    private final double[] x;
    private final double[] reduced;
    private final double[] alpha;
    private final int[] basis;
    private final int[] place;
    private final BasisInverse inverse;
    private final BoundFlips flips;

    DualSimplex(MixtureProblem problem) {
        this.problem = problem;
        this.rows = problem.rows().size();
        this.given = problem.columns().size();
        this.columns = given + 3 * rows;
        this.a = problem.rows().stream().map(Row::coefficients).toArray(double[][]::new);
        this.value = new double[columns];
        this.lower = new double[columns];
        this.upper = new double[columns];
        this.x = new double[columns];
        this.reduced = new double[columns];
        this.alpha = new double[columns];
        this.basis = new int[rows];
        this.place = new int[columns];
        this.inverse = new BasisInverse(rows, this::column);
        this.flips = new BoundFlips(columns);
        Arrays.fill(place, -1);
        start();
    }

    /** Columns: the program's own, then under, over and s of each row. */
    private void start() {
        for (int j = 0; j < given; j++) {
            double own = problem.columns().get(j).value();
            value[j] = own + (own > 0 ? 1 : -1) * PERTURBATION * (1 + spread(j));
            upper[j] = problem.columns().get(j).capacity();
            x[j] = value[j] > 0 ? upper[j] : 0;
        }
        for (int r = 0; r < rows; r++) {
            Row row = problem.rows().get(r);
            int under = given + r;
            int over = given + rows + r;
            int s = given + 2 * rows + r;
            value[under] = row.hard() ? 0 : -row.penalty();
            value[over] = value[under];
            upper[under] = row.hard() || Double.isInfinite(row.lower()) ? 0 : Double.POSITIVE_INFINITY;
            upper[over] = row.hard() || Double.isInfinite(row.upper()) ? 0 : Double.POSITIVE_INFINITY;
            lower[s] = row.lower();
            upper[s] = row.upper();
            basis[r] = s;
            place[s] = r;
        }
    }

    /** A number in [0, 1) that looks random, always the same for a column. */
    private static double spread(int column) {
        return ((column + 1) * 0x9E3779B97F4A7C15L >>> 11) * 0x1p-53;
    }

    /** The optimum with its dual values; null where the method gave up. */
    MixtureSolver.@Nullable Proposal solve() {
        int most = 50 * (rows + 100) + columns;
        for (int iteration = 0; iteration < most; iteration++) {
            if (iteration % REFACTOR == 0 && !refresh()) {
                return null;
            }
            int leaving = leaving();
            if (leaving < 0) {
                return iteration % REFACTOR == 0 ? answer() : finish();
            }
            if (!step(leaving)) {
                return null;
            }
        }
        return null;
    }

    /** A last look with a fresh inverse; null where rounding hid that there is more to do. */
    private MixtureSolver.@Nullable Proposal finish() {
        for (int i = 0; i < REFACTOR; i++) {
            if (!refresh()) {
                return null;
            }
            int leaving = leaving();
            if (leaving < 0) {
                return answer();
            }
            if (!step(leaving)) {
                return null;
            }
        }
        return null;
    }

    private boolean refresh() {
        if (!inverse.refactor(basis)) {
            return false;
        }
        double[] sum = new double[rows];
        for (int j = 0; j < columns; j++) {
            if (place[j] < 0 && x[j] != 0) {
                addColumn(j, x[j], sum);
            }
        }
        double[] basic = inverse.times(sum);
        for (int r = 0; r < rows; r++) {
            x[basis[r]] = -basic[r];
        }
        price(duals());
        return true;
    }

    private double[] duals() {
        double[] values = new double[rows];
        for (int r = 0; r < rows; r++) {
            values[r] = value[basis[r]];
        }
        return inverse.timesFromLeft(values);
    }

    private void price(double[] y) {
        double[] priced = new double[columns];
        combine(y, priced);
        for (int j = 0; j < columns; j++) {
            reduced[j] = place[j] >= 0 ? 0 : value[j] - priced[j];
        }
    }

    /** The row that lies furthest outside its bounds, or -1. */
    private int leaving() {
        int worst = -1;
        double most = PRIMAL;
        for (int r = 0; r < rows; r++) {
            int j = basis[r];
            double outside = Math.max(lower[j] - x[j], x[j] - upper[j]);
            if (outside > most) {
                most = outside;
                worst = r;
            }
        }
        return worst;
    }

    private boolean step(int leaving) {
        int out = basis[leaving];
        boolean above = x[out] > upper[out];
        double bound = above ? upper[out] : lower[out];
        Arrays.fill(alpha, 0);
        combine(inverse.row(leaving), alpha);
        int in = flips.choose(alpha, reduced, above ? 1 : -1, Math.abs(x[out] - bound), this::atBound, this::range);
        if (in < 0) {
            return false;
        }
        flip();
        double[] entering = inverse.times(columnOf(in));
        double pivot = entering[leaving];
        if (Math.abs(pivot) < PIVOT) {
            return false;
        }
        exchange(leaving, in, entering, (x[out] - bound) / pivot, reduced[in] / alpha[in]);
        x[out] = bound;
        return true;
    }

    /** +1 for a column at its lower bound, -1 at its upper one, 0 for one that cannot enter. */
    private int atBound(int j) {
        if (place[j] >= 0 || lower[j] == upper[j]) {
            return 0;
        }
        return x[j] == lower[j] ? 1 : -1;
    }

    private double range(int j) {
        return upper[j] - lower[j];
    }

    private void flip() {
        if (flips.count() == 0) {
            return;
        }
        double[] moved = new double[rows];
        for (int i = 0; i < flips.count(); i++) {
            int j = flips.flipped(i);
            double to = x[j] == lower[j] ? upper[j] : lower[j];
            addColumn(j, to - x[j], moved);
            x[j] = to;
        }
        double[] change = inverse.times(moved);
        for (int r = 0; r < rows; r++) {
            x[basis[r]] -= change[r];
        }
    }

    private void exchange(int leaving, int in, double[] entering, double primalStep, double dualStep) {
        int out = basis[leaving];
        for (int r = 0; r < rows; r++) {
            x[basis[r]] -= primalStep * entering[r];
        }
        x[in] += primalStep;
        for (int j = 0; j < columns; j++) {
            reduced[j] -= dualStep * alpha[j];
        }
        reduced[in] = 0;
        reduced[out] = -dualStep;
        basis[leaving] = in;
        place[in] = leaving;
        place[out] = -1;
        inverse.replace(leaving, entering);
    }

    /** Adds weights times the rows: a_j for the program's columns, +1 and -1 for those of the rows themselves. */
    private void combine(double[] weights, double[] into) {
        for (int r = 0; r < rows; r++) {
            double weight = weights[r];
            if (weight != 0) {
                double[] row = a[r];
                for (int j = 0; j < given; j++) {
                    into[j] += weight * row[j];
                }
            }
            into[given + r] += weight;
            into[given + rows + r] -= weight;
            into[given + 2 * rows + r] -= weight;
        }
    }

    private void addColumn(int j, double times, double[] into) {
        if (j >= given) {
            into[(j - given) % rows] += j < given + rows ? times : -times;
            return;
        }
        for (int r = 0; r < rows; r++) {
            into[r] += times * a[r][j];
        }
    }

    private double[] columnOf(int j) {
        double[] column = new double[rows];
        addColumn(j, 1, column);
        return column;
    }

    private void column(int j, double[] into) {
        Arrays.fill(into, 0);
        addColumn(j, 1, into);
    }

    /** The duals are those of the true values, not of the moved ones. */
    private MixtureSolver.Proposal answer() {
        double[] point = new double[given];
        for (int j = 0; j < given; j++) {
            point[j] = Math.max(0, Math.min(upper[j], x[j]));
            value[j] = problem.columns().get(j).value();
        }
        return new MixtureSolver.Proposal(point, duals());
    }
}
