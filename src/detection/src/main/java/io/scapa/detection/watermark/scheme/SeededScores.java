package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.NullModel;
import io.scapa.detection.watermark.Scores;
import java.util.Arrays;

/** Walks a text and scores the positions that count, for any scheme that seeds a score by an n-gram. */
final class SeededScores {
    private SeededScores() {}

    /** A token's score under a seed. */
    @FunctionalInterface
    interface Score {
        /** The score: 0 or 1, or an exponential one. */
        double of(long seed, int token);
    }

    /**
     * Scores a text.
     *
     * @param windowsOnce with {@link Counting#DISTINCT_NGRAMS}: whether a context counts once, whatever follows it
     */
    static Scores read(
            SeedRule rule, int[] tokens, Counting counting, boolean windowsOnce, NullModel model, Score score) {
        int most = Math.max(0, tokens.length - rule.first());
        int[] positions = new int[most];
        double[] values = new double[most];
        DistinctPairs pairs = new DistinctPairs(counting == Counting.DISTINCT ? most : 0);
        DistinctSlices slices = new DistinctSlices(
                counting == Counting.DISTINCT_NGRAMS ? tokens : new int[0], rule.ngram() - (windowsOnce ? 1 : 0));
        int scored = 0;
        for (int i = rule.first(); i < tokens.length; i++) {
            if (counting == Counting.DISTINCT_NGRAMS && !slices.add(i - rule.ngram() + 1)) {
                continue;
            }
            long seed = rule.seed(tokens, i);
            if (counting == Counting.DISTINCT && !pairs.add(seed, tokens[i])) {
                continue;
            }
            positions[scored] = i;
            values[scored++] = score.of(seed, tokens[i]);
        }
        return new Scores(Arrays.copyOf(positions, scored), Arrays.copyOf(values, scored), rule.ngram(), model);
    }
}
