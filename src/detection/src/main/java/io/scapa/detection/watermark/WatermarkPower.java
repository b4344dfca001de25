package io.scapa.detection.watermark;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import io.scapa.statistics.SeededStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many tokens a test needs: texts are marked by the profile's own sampler over a language model and tested at growing
 * lengths. The same seed gives the same table.
 */
public final class WatermarkPower {
    private static final double CONFIDENCE = 0.95;

    private WatermarkPower() {}

    /**
     * One length.
     *
     * @param tokens length of the texts
     * @param texts how many
     * @param found how many passed
     * @param limits 95% Clopper-Pearson interval of the true-positive rate
     */
    public record Row(int tokens, int texts, int found, Limits limits) {
        /** The share of marked texts that passed. */
        public double rate() {
            return (double) found / texts;
        }
    }

    /**
     * Measures the true-positive rate at each length.
     *
     * @param lengths ascending
     * @param level largest p-value that passes
     * @param texts marked texts, 1 or more
     */
    public static List<Row> measure(
            WatermarkDetector detector, NextToken model, int[] lengths, double level, int texts, long seed) {
        int[] found = new int[lengths.length];
        for (int text = 0; text < texts; text++) {
            int[] tokens = write(detector, model, lengths[lengths.length - 1], seed, text);
            for (int i = 0; i < lengths.length; i++) {
                found[i] += detector.test(Arrays.copyOf(tokens, lengths[i])).pValue() <= level ? 1 : 0;
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            rows.add(new Row(lengths[i], texts, found[i], ClopperPearson.interval(found[i], texts, CONFIDENCE)));
        }
        return rows;
    }

    /** One marked text. */
    static int[] write(WatermarkDetector detector, NextToken model, int length, long seed, int number) {
        var random = new SeededStreams(seed).stream("watermark-power", number);
        WatermarkSampler sampler = new WatermarkSampler(detector);
        int[] tokens = new int[length];
        tokens[0] = random.nextInt(detector.profile().vocabularySize());
        for (int i = 1; i < length; i++) {
            int[] context = Arrays.copyOf(tokens, i);
            tokens[i] = sampler.sample(model.after(context), context, random);
        }
        return tokens;
    }

    /** The smallest measured length whose rate is at least {@code rate}, or none. */
    public static OptionalInt tokensNeeded(List<Row> rows, double rate) {
        return rows.stream()
                .filter(row -> row.rate() >= rate)
                .mapToInt(Row::tokens)
                .min();
    }
}
