package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.NullModel;
import io.scapa.detection.watermark.Scores;
import java.util.Arrays;

/**
 * Reads green and red off a text for any scheme that seeds a list by an n-gram.
 *
 * @param rule how lists are seeded
 * @param list which tokens are green under a seed
 * @param gamma green share of the vocabulary
 */
record GreenListReader(SeedRule rule, GreenList list, double gamma) {

    /** Scores the positions that count. */
    Scores score(int[] tokens, Counting counting) {
        int most = Math.max(0, tokens.length - rule.first());
        int[] positions = new int[most];
        double[] values = new double[most];
        GreenList.Reader reader = list.reader();
        DistinctPairs pairs = new DistinctPairs(most);
        DistinctSlices slices = new DistinctSlices(tokens, rule.ngram());
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
            values[scored++] = reader.contains(seed, tokens[i]) ? 1 : 0;
        }
        return new Scores(
                Arrays.copyOf(positions, scored), Arrays.copyOf(values, scored), rule.ngram(), new NullModel.Green(gamma));
    }

    /** The tokens without a leading {@code bos}, as detectors of this family drop it; {@code bos < 0} drops nothing. */
    static int[] withoutLeading(int bos, int[] tokens) {
        return bos >= 0 && tokens.length > 0 && tokens[0] == bos
                ? Arrays.copyOfRange(tokens, 1, tokens.length)
                : tokens;
    }
}
