package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Marker;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The generation side of vLLM's watermark: the token that wins the Gumbel race under the context's uniforms. A context that
 * came before is drawn unmarked. With two keys, each token is marked with the second by its weight's chance.
 */
final class PhiloxGumbelMarker implements Marker {
    private final VllmGumbel.Settings settings;
    private final PhiloxContext first;
    private final PhiloxContext second;
    private final Set<List<Integer>> seen = new HashSet<>();

    PhiloxGumbelMarker(VllmGumbel.Settings settings) {
        this.settings = settings;
        this.first = new PhiloxContext(settings.keyA());
        this.second = new PhiloxContext(settings.keyB());
    }

    @Override
    public int sample(double[] probabilities, int[] context, RandomGenerator random) {
        int[] padded = VllmGumbel.padded(context, settings.width());
        int[] window = Arrays.copyOfRange(padded, padded.length - settings.width(), padded.length);
        if (!seen.add(Arrays.stream(window).boxed().toList())) {
            return Draws.proportionalTo(probabilities, random);
        }
        boolean secondKey = settings.second() > 0 && random.nextDouble() < settings.second();
        PhiloxContext key = secondKey ? second : first;
        key.enter(window, 0, window.length);
        return GumbelDraw.choose(probabilities, key::uniform);
    }
}
