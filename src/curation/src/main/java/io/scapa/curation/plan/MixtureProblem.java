package io.scapa.curation.plan;

import java.util.List;

/**
 * A linear program with elastic rows:
 *
 * <pre>
 * maximise   sum_j value_j x_j  -  sum_r penalty_r (under_r + over_r)
 * subject to lower_r &lt;= a_r x + under_r - over_r &lt;= upper_r,   0 &lt;= x_j &lt;= capacity_j,   under, over &gt;= 0
 * </pre>
 *
 * With finite penalties it always has a solution: what cannot be had shows as {@code under} and {@code over}.
 *
 * @param columns the variables
 * @param rows the constraints
 */
public record MixtureProblem(List<Column> columns, List<Row> rows) {
    /**
     * A variable.
     *
     * @param name for messages
     * @param capacity greatest value, 0 or more
     * @param value gain per unit
     */
    public record Column(String name, double capacity, double value) {
        public Column {
            if (!(capacity >= 0) || !Double.isFinite(capacity) || !Double.isFinite(value)) {
                throw new IllegalArgumentException("column " + name
                        + " needs a finite capacity of 0 or more and a finite value, got " + capacity + ", " + value);
            }
        }
    }

    /**
     * A constraint.
     *
     * @param name for messages
     * @param coefficients one per column
     * @param lower least activity, or negative infinity
     * @param upper greatest activity, or positive infinity
     * @param penalty cost per unit of violation; positive infinity for a row that must hold
     */
    public record Row(String name, double[] coefficients, double lower, double upper, double penalty) {
        public Row {
            if (!(lower <= upper)) {
                throw new IllegalArgumentException(
                        "row " + name + " needs lower <= upper, got " + lower + ", " + upper);
            }
            if (!(penalty > 0)) {
                throw new IllegalArgumentException("row " + name + " needs a positive penalty, got " + penalty);
            }
            coefficients = coefficients.clone();
        }

        /** The coefficient of one column. */
        public double coefficient(int column) {
            return coefficients[column];
        }

        /** The row's activity at a point. */
        public double activity(double[] x) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += coefficients[j] * x[j];
            }
            return sum;
        }

        /** By how much a point lies under the lower end, 0 where it does not. */
        public double under(double[] x) {
            return Math.max(0, lower - activity(x));
        }

        /** By how much a point lies over the upper end, 0 where it does not. */
        public double over(double[] x) {
            return Math.max(0, activity(x) - upper);
        }

        /** Whether the row must hold. */
        public boolean hard() {
            return Double.isInfinite(penalty);
        }
    }

    public MixtureProblem {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.coefficients.length != columns.size()) {
                throw new IllegalArgumentException("row " + row.name + " has " + row.coefficients.length
                        + " coefficients for " + columns.size() + " columns");
            }
        }
    }

    /** The objective at a point, violations of elastic rows included. */
    public double objective(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += columns.get(j).value() * x[j];
        }
        for (Row row : rows) {
            double violation = row.under(x) + row.over(x);
            sum -= violation == 0 || row.hard() ? 0 : row.penalty() * violation;
        }
        return sum;
    }
}
