package io.scapa.detection.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A threshold that depends on the length of the text: in each length bin the weighted upper quantile of the scores of human
 * texts from sources that the model had not seen, between the bins' median lengths linear in ln(words), flat outside. Humans
 * count with one over the square root of their source's size, so that one large corpus does not set the rule alone.
 *
 * @param logWords the bins' median ln(words), ascending
 * @param thresholds the quantile of each
 */
public record LengthThreshold(double[] logWords, double[] thresholds) {
    private static final int LEAST = 200;

    /**
     * Fits a threshold.
     *
     * @param scores of human texts
     * @param words their lengths
     * @param weights their weights, positive
     * @param rate the share of humans that may lie over it, in (0, 1)
     */
    public static LengthThreshold fit(double[] scores, int[] words, double[] weights, double rate) {
        return byLength(
                scores, words, rate, order(scores, words), members -> upperQuantile(members, scores, weights, rate));
    }

    /**
     * Fits a threshold halfway between the quantile of its length and that of all lengths. For texts of other sources: the
     * humans of a bin come from a few sources, and its own quantile is theirs.
     *
     * @param scores of human texts
     * @param words their lengths
     * @param weights their weights, positive
     * @param rate the share of humans that may lie over it, in (0, 1)
     */
    public static LengthThreshold tempered(double[] scores, int[] words, double[] weights, double rate) {
        LengthThreshold own = fit(scores, words, weights, rate);
        double overall = upperQuantile(order(scores, words), scores, weights, rate);
        return new LengthThreshold(
                own.logWords,
                Arrays.stream(own.thresholds).map(t -> (t + overall) / 2).toArray());
    }

    /**
     * Fits a threshold on humans of the very kind that will be judged, each counting the same: of the n in a bin the k-th highest,
     * k = floor(rate (n + 1)), which a further text of their kind exceeds with a probability of at most the rate (Vovk, Gammerman
     * and Shafer 2005).
     *
     * @param scores of human texts, at least 1 / rate - 1 of them
     * @param words their lengths
     * @param rate the share of humans that may lie over it, in (0, 1)
     */
    public static LengthThreshold exchangeable(double[] scores, int[] words, double rate) {
        return byLength(scores, words, rate, order(scores, words), members -> {
            Arrays.sort(members, Comparator.comparingDouble((Integer i) -> -scores[i]));
            int k = (int) Math.floor(rate * (members.length + 1) + 1e-9);
            return scores[members[Math.max(0, k - 1)]];
        });
    }

    private static LengthThreshold byLength(
            double[] scores, int[] words, double rate, Integer[] order, ToDoubleFunction<Integer[]> quantile) {
        int bins = Math.max(1, Math.min(8, scores.length / Math.max(LEAST, (int) (4 / rate))));
        double[] at = new double[bins];
        double[] threshold = new double[bins];
        for (int b = 0; b < bins; b++) {
            int from = (int) ((long) scores.length * b / bins);
            int to = (int) ((long) scores.length * (b + 1) / bins);
            at[b] = Math.log(Math.max(1, words[order[(from + to) / 2]])) + 1e-9 * b;
            threshold[b] = quantile.applyAsDouble(Arrays.copyOfRange(order, from, to));
        }
        return new LengthThreshold(at, threshold);
    }

    /** By length, then score. */
    private static Integer[] order(double[] scores, int[] words) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> words[i]).thenComparingDouble(i -> scores[i]))
                .toArray(Integer[]::new);
    }

    private static double upperQuantile(Integer[] members, double[] scores, double[] weights, double rate) {
        Arrays.sort(members, Comparator.comparingDouble((Integer i) -> -scores[i]));
        double total = Arrays.stream(members).mapToDouble(i -> weights[i]).sum();
        double over = 0;
        for (Integer i : members) {
            over += weights[i];
            if (over > rate * total) {
                return scores[i];
            }
        }
        return scores[members[members.length - 1]];
    }

    /** The threshold for a text of so many words: a score strictly over it is flagged. */
    public double at(int words) {
        double x = Math.log(Math.max(1, words));
        int last = logWords.length - 1;
        if (x <= logWords[0]) {
            return thresholds[0];
        }
        if (x >= logWords[last]) {
            return thresholds[last];
        }
        int b = 1;
        while (logWords[b] < x) {
            b++;
        }
        double share = (x - logWords[b - 1]) / (logWords[b] - logWords[b - 1]);
        return thresholds[b - 1] + share * (thresholds[b] - thresholds[b - 1]);
    }
}
