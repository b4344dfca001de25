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
        return score(tokens, counting, false);
    }

    /** The same; {@code windowsOnce}: whether a distinct context counts once, whatever follows it. */
    Scores score(int[] tokens, Counting counting, boolean windowsOnce) {
        GreenList.Reader reader = list.reader();
        return SeededScores.read(
                rule,
                tokens,
                counting,
                windowsOnce,
                new NullModel.Green(gamma),
                (seed, token) -> reader.contains(seed, token) ? 1 : 0);
    }

    /** The tokens without a leading {@code bos}, as detectors of this family drop it; {@code bos < 0} drops nothing. */
    static int[] withoutLeading(int bos, int[] tokens) {
        return bos >= 0 && tokens.length > 0 && tokens[0] == bos
                ? Arrays.copyOfRange(tokens, 1, tokens.length)
                : tokens;
    }
}
