package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Marker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The soft red list of Kirchenbauer et al. ("A watermark for large language models", 2023, algorithm 2): green tokens'
 * logits are raised by delta before sampling. Where a token seeds its own list, only the most probable candidates are
 * judged, as transformers does.
 */
final class GreenListMarker implements Marker {
    private static final int CANDIDATES = 40;
    private static final int REMEMBERED = 64;

    private final SeedRule rule;
    private final GreenList list;
    private final GreenList.Reader reader;
    private final double boost;
    private final Map<Long, int[]> lists = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, int[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    GreenListMarker(SeedRule rule, GreenList list, double delta) {
        this.rule = rule;
        this.list = list;
        this.reader = list.reader();
        this.boost = Math.exp(delta);
    }

    @Override
    public int sample(double[] probabilities, int[] context, RandomGenerator random) {
        if (context.length < rule.ngram() - 1) {
            return Draws.proportionalTo(probabilities, random);
        }
        double[] weights = probabilities.clone();
        int[] tokens = java.util.Arrays.copyOf(context, context.length + 1);
        if (rule.selfSeeded()) {
            for (int candidate : Draws.largest(probabilities, CANDIDATES)) {
                tokens[context.length] = candidate;
                if (reader.contains(rule.seed(tokens, context.length), candidate)) {
                    weights[candidate] *= boost;
                }
            }
        } else {
            for (int green : lists.computeIfAbsent(rule.seed(tokens, context.length), list::list)) {
                weights[green] *= boost;
            }
        }
        return Draws.proportionalTo(weights, random);
    }
}
