package io.scapa.curation.plan;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * The ratio test of the dual simplex method with bound flipping: while the slope stays positive, a column that would enter
 * goes to its other bound instead, and the step grows.
 */
final class BoundFlips {
    private static final double SMALLEST = 1e-9;

    /** A slope this small is none: the flips alone met the bound, and the last of them enters in their place. */
    private static final double ROUNDING = 1e-12;

    private final int[] candidates;
    private final double[] ratios;
    private int size;
    private int flips;

    BoundFlips(int columns) {
        candidates = new int[columns];
        ratios = new double[columns];
    }

    /**
     * Chooses the column that enters.
     *
     * @param alpha the pivot row
     * @param reduced the reduced values
     * @param sign +1 where the leaving column must fall, -1 where it must rise
     * @param infeasibility by how much
     * @param side of each column: +1 at its lower bound, -1 at its upper one, 0 where it cannot enter
     * @param range between the bounds of a column
     * @return the column, or -1 where none can; {@link #flipped} then holds those that change their bound
     */
    int choose(
            double[] alpha,
            double[] reduced,
            int sign,
            double infeasibility,
            IntUnaryOperator side,
            IntToDoubleFunction range) {
        collect(alpha, reduced, sign, side);
        flips = 0;
        double slope = infeasibility;
        while (flips < size) {
            int best = next(alpha);
            double width = range.applyAsDouble(candidates[best]);
            slope -= Math.abs(alpha[candidates[best]]) * width;
            if (slope <= ROUNDING * (1 + infeasibility) || Double.isInfinite(width)) {
                return candidates[best];
            }
            swap(flips++, best);
        }
        return -1;
    }

    /** How many columns change their bound. */
    int count() {
        return flips;
    }

    /** One of them. */
    int flipped(int index) {
        return candidates[index];
    }

    private void collect(double[] alpha, double[] reduced, int sign, IntUnaryOperator side) {
        size = 0;
        for (int j = 0; j < alpha.length; j++) {
            if (Math.abs(alpha[j]) > SMALLEST) {
                int at = side.applyAsInt(j);
                if (at != 0 && sign * at * alpha[j] > 0) {
                    candidates[size] = j;
                    ratios[size++] = Math.abs(reduced[j] / alpha[j]);
                }
            }
        }
        if (size > 0) {
            sort();
        }
    }

    /** Candidates in the order of their ratios. */
    private void sort() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            // Bits of a positive double order as the number does; the low ones make room for the index.
            order[i] = Double.doubleToRawLongBits(ratios[i]) & ~0xFFFFFL | i;
        }
        Arrays.sort(order);
        int[] sorted = new int[size];
        double[] sortedRatios = new double[size];
        for (int i = 0; i < size; i++) {
            int from = (int) (order[i] & 0xFFFFFL);
            sorted[i] = candidates[from];
            sortedRatios[i] = ratios[from];
        }
        System.arraycopy(sorted, 0, candidates, 0, size);
        System.arraycopy(sortedRatios, 0, ratios, 0, size);
    }

    /** Of the columns whose ratios are alike, the one with the greatest pivot. */
    private int next(double[] alpha) {
        int best = flips;
        for (int i = flips + 1; i < size && ratios[i] <= ratios[flips] + 1e-13; i++) {
            if (Math.abs(alpha[candidates[i]]) > Math.abs(alpha[candidates[best]])) {
                best = i;
            }
        }
        return best;
    }

    private void swap(int i, int j) {
        int candidate = candidates[i];
        double ratio = ratios[i];
        candidates[i] = candidates[j];
        ratios[i] = ratios[j];
        candidates[j] = candidate;
        ratios[j] = ratio;
    }
}
