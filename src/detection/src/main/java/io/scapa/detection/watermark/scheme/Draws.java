package io.scapa.detection.watermark.scheme;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** Draws from distributions over a vocabulary. */
final class Draws {
    private Draws() {}

    /** An index with a probability proportional to its weight. */
    static int proportionalTo(double[] weights, RandomGenerator random) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** The indices of the largest positive weights, at most so many; ties go to the smaller index. */
    static int[] largest(double[] weights, int most) {
        Comparator<Integer> smallestFirst =
                Comparator.<Integer>comparingDouble(i -> weights[i]).thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(most + 1, smallestFirst);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0 && (kept.size() < most || weights[i] > weights[kept.element()])) {
                kept.add(i);
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }
        return kept.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
