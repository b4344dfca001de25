package io.scapa.detection.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights by which a source counts as the square root of its size, so that no large one decides alone. */
final class SourceWeights {
    private SourceWeights() {}

    /**
     * A weight for each text.
     *
     * @param sources where each comes from
     */
    static double[] of(List<String> sources) {
        Map<String, Integer> sizes = new HashMap<>();
        sources.forEach(source -> sizes.merge(source, 1, Integer::sum));
        return sources.stream().mapToDouble(s -> 1 / Math.sqrt(sizes.get(s))).toArray();
    }
}
