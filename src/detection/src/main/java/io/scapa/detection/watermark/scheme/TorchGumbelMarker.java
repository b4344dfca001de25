package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Marker;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Marks by Aaronson's rule with uniforms of torch's CPU generator; repeated seeds are drawn unmarked, to keep variety. */
final class TorchGumbelMarker implements Marker {
    private final SeedRule rule;
    private final int vocabulary;
    private final Set<Long> seen = new HashSet<>();

    TorchGumbelMarker(SeedRule rule, int vocabulary) {
        this.rule = rule;
        this.vocabulary = vocabulary;
    }

    @Override
    public int sample(double[] probabilities, int[] context, RandomGenerator random) {
        if (context.length < rule.ngram() - 1) {
            return Draws.proportionalTo(probabilities, random);
        }
        long seed = rule.seed(Arrays.copyOf(context, context.length + 1), context.length);
        if (!seen.add(seed)) {
            return Draws.proportionalTo(probabilities, random);
        }
        float[] uniforms = TorchUniforms.all(seed, vocabulary);
        return GumbelDraw.choose(probabilities, token -> uniforms[token]);
    }
}
