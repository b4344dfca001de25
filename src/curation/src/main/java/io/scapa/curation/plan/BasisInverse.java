package io.scapa.curation.plan;

/** The inverse of a basis, kept whole: programs of mixtures have tens of rows. */
final class BasisInverse {
    private static final double SINGULAR = 1e-12;

    /** Gives a column of the program. */
    @FunctionalInterface
    interface Columns {
        /** Writes a column. */
        void column(int j, double[] into);
    }

    private final int size;
    private final Columns columns;
    private final double[][] inverse;

    BasisInverse(int size, Columns columns) {
        this.size = size;
        this.columns = columns;
        this.inverse = new double[size][size];
    }

    /** Computes it anew by Gauss and Jordan's elimination with the greatest pivot of each column; false where there is none. */
    boolean refactor(int[] basis) {
        double[][] b = new double[size][size];
        double[] column = new double[size];
        for (int c = 0; c < size; c++) {
            columns.column(basis[c], column);
            for (int r = 0; r < size; r++) {
                b[r][c] = column[r];
                inverse[r][c] = r == c ? 1 : 0;
            }
        }
        for (int c = 0; c < size; c++) {
            int pivot = pivot(b, c);
            if (Math.abs(b[pivot][c]) < SINGULAR) {
                return false;
            }
            swap(b, pivot, c);
            swap(inverse, pivot, c);
            eliminate(b, c);
        }
        return true;
    }

    private int pivot(double[][] b, int c) {
        int best = c;
        for (int r = c + 1; r < size; r++) {
            best = Math.abs(b[r][c]) > Math.abs(b[best][c]) ? r : best;
        }
        return best;
    }

    private void eliminate(double[][] b, int c) {
        double by = 1 / b[c][c];
        for (int k = 0; k < size; k++) {
            b[c][k] *= by;
            inverse[c][k] *= by;
        }
        for (int r = 0; r < size; r++) {
            double times = b[r][c];
            if (r != c && times != 0) {
                for (int k = 0; k < size; k++) {
                    b[r][k] -= times * b[c][k];
                    inverse[r][k] -= times * inverse[c][k];
                }
            }
        }
    }

    private static void swap(double[][] rows, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    /** Replaces a column of the basis by one whose product with the inverse is given. */
    void replace(int place, double[] entering) {
        double[] row = inverse[place];
        double by = 1 / entering[place];
        for (int k = 0; k < size; k++) {
            row[k] *= by;
        }
        for (int r = 0; r < size; r++) {
            double times = entering[r];
            if (r != place && times != 0) {
                double[] other = inverse[r];
                for (int k = 0; k < size; k++) {
                    other[k] -= times * row[k];
                }
            }
        }
    }

    /** A row of the inverse; not a copy. */
    double[] row(int r) {
        return inverse[r];
    }

    double[] times(double[] vector) {
        double[] product = new double[size];
        for (int r = 0; r < size; r++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += inverse[r][k] * vector[k];
            }
            product[r] = sum;
        }
        return product;
    }

    double[] timesFromLeft(double[] vector) {
        double[] product = new double[size];
        for (int r = 0; r < size; r++) {
            if (vector[r] != 0) {
                for (int k = 0; k < size; k++) {
                    product[k] += vector[r] * inverse[r][k];
                }
            }
        }
        return product;
    }
}
