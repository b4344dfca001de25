package io.scapa.curation.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Hamilton's rounding with capacities: whole tokens whose sum is the rounded sum of the shares. */
final class LargestRemainder {
    private LargestRemainder() {}

    static long[] round(double[] shares, long budget, List<Cell> cells) {
        long[] tokens = new long[shares.length];
        double[] remainder = new double[shares.length];
        double sum = 0;
        long rounded = 0;
        for (int i = 0; i < shares.length; i++) {
            double exact = Math.min(shares[i] * budget, capacity(cells.get(i)));
            sum += exact;
            tokens[i] = (long) Math.floor(exact + 1e-6);
            remainder[i] = exact - tokens[i];
            rounded += tokens[i];
        }
        long missing = Math.round(sum) - rounded;
        List<Integer> order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -remainder[i]).thenComparing(i -> i))
                .toList();
        for (int i : order) {
            if (missing > 0 && tokens[i] < capacity(cells.get(i))) {
                tokens[i]++;
                missing--;
            }
        }
        return tokens;
    }

    private static long capacity(Cell cell) {
        return cell.tokens() * cell.epochs();
    }
}
