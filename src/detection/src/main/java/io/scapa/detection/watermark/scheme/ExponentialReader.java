package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.NullModel;
import io.scapa.detection.watermark.Scores;
import java.util.function.DoubleUnaryOperator;

/**
 * Reads Gumbel scores off a text for any scheme that seeds torch's uniforms by an n-gram.
 *
 * @param rule how the uniforms are seeded
 * @param score of a uniform, with the library's own rounding
 */
record ExponentialReader(SeedRule rule, DoubleUnaryOperator score) {
    /** Scores the positions that count. */
    Scores score(int[] tokens, Counting counting, boolean windowsOnce) {
        TorchUniforms uniforms = new TorchUniforms();
        return SeededScores.read(
                rule,
                tokens,
                counting,
                windowsOnce,
                new NullModel.Exponential(),
                (seed, token) -> score.applyAsDouble(uniforms.at(seed, token)));
    }
}
