package io.scapa.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrections of p-values for the number of tests that were tried. */
public final class MultipleTests {
    private MultipleTests() {}

    /**
     * Bonferroni's correction: the smallest of {@code tests} p-values stays valid as {@code min(1, tests * p)}, whatever
     * their dependence.
     *
     * @param p a p-value
     * @param tests how many tests were tried, 1 or more
     * @throws IllegalArgumentException where an argument is out of range
     */
    public static double bonferroni(double p, long tests) {
        checkP(p);
        if (tests < 1) {
            throw new IllegalArgumentException("a correction needs at least 1 test, got " + tests);
        }
        return Math.min(1, p * tests);
    }

    /**
     * Adjusted p-values that control the false discovery rate of independent or positively dependent tests: rejecting all
     * at or below q keeps the expected share of false rejections at or below q. Y. Benjamini and Y. Hochberg,
     * "Controlling the False Discovery Rate", JRSS B 57 (1995).
     *
     * @param p p-values, in any order
     * @return the adjusted values, in the same order
     */
    public static double[] benjaminiHochberg(double... p) {
        Arrays.stream(p).forEach(MultipleTests::checkP);
        int[] falling = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int i = 0; i < falling.length; i++) {
            int rank = p.length - i;
            least = Math.min(least, p[falling[i]] * p.length / rank);
            adjusted[falling[i]] = least;
        }
        return adjusted;
    }

    private static void checkP(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a p-value lies in [0, 1], got " + p);
        }
    }
}
