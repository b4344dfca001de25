package io.scapa.detection.features;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Several families side by side. Each is a block of its own: its buckets lie in
 * {@code [block * Hashing.BUCKETS, (block + 1) * Hashing.BUCKETS)}, so that a model's head can read some blocks and leave others.
 *
 * @param parts the families, block by block
 */
public record CombinedFamily(List<FeatureFamily> parts) implements FeatureFamily {
    public CombinedFamily {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.stream().anyMatch(p -> p.blocks() != 1)) {
            throw new IllegalArgumentException("a combined family needs plain families, got " + parts);
        }
    }

    @Override
    public String id() {
        return parts.stream().map(FeatureFamily::id).collect(Collectors.joining("+"));
    }

    @Override
    public int blocks() {
        return parts.size();
    }

    @Override
    public int capacity(FeatureText text) {
        int capacity = 0;
        for (FeatureFamily part : parts) {
            capacity += part.capacity(text);
        }
        return capacity;
    }

    @Override
    public int emit(FeatureText text, int[] into, int at) {
        int written = at;
        for (int block = 0; block < parts.size(); block++) {
            int to = written + parts.get(block).emit(text, into, written);
            int offset = block * Hashing.BUCKETS;
            for (int i = written; offset > 0 && i < to; i++) {
                into[i] += offset;
            }
            written = to;
        }
        return written - at;
    }

    /** That of the only part that keeps a list. */
    @Override
    public BucketSet vocabulary() {
        return parts.stream()
                .map(FeatureFamily::vocabulary)
                .filter(v -> v.size() > 0)
                .findFirst()
                .orElse(BucketSet.of());
    }

    /** Those of the only part that goes by classes. */
    @Override
    public WordClasses classes() {
        return parts.stream()
                .map(FeatureFamily::classes)
                .filter(c -> c.size() > 0)
                .findFirst()
                .orElse(WordClasses.none());
    }
}
