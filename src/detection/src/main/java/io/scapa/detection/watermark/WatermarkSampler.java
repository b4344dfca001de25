package io.scapa.detection.watermark;

import java.util.random.RandomGenerator;

/**
 * Marks generated text under a profile, over any next-token distribution: for tests, demos and users who mark their own
 * output. Some schemes remember a text's contexts, so take one sampler per text; not thread-safe.
 *
 * <pre>{@code
 * WatermarkSampler sampler = new WatermarkSampler(profile);
 * int next = sampler.sample(probabilities, tokensSoFar, random);
 * }</pre>
 */
public final class WatermarkSampler {
    private final Marker marker;
    private final int vocabularySize;

    /**
     * A sampler for one text.
     *
     * @throws WatermarkProfileException where the scheme refuses the profile or has no generation side here
     */
    public WatermarkSampler(WatermarkProfile profile) {
        this(new WatermarkDetector(profile, WatermarkOptions.STANDARD));
    }

    /** A sampler for one text, from a profile that a detector has made ready. */
    public WatermarkSampler(WatermarkDetector detector) {
        WatermarkProfile profile = detector.profile();
        this.marker = detector.prepared()
                .marker()
                .orElseThrow(() -> new WatermarkProfileException(
                        profile.name(), "scheme", "'" + profile.scheme() + "'", "a scheme that can also mark"));
        this.vocabularySize = profile.vocabularySize();
    }

    /**
     * Draws the next token from a distribution, marked.
     *
     * @param probabilities non-negative, over at most the profile's vocabulary; normalised here
     * @param context the tokens so far, oldest first
     * @throws IllegalArgumentException where the distribution is too long, has no mass or is not one
     */
    public int sample(double[] probabilities, int[] context, RandomGenerator random) {
        if (probabilities.length > vocabularySize) {
            throw new IllegalArgumentException("a distribution over " + probabilities.length
                    + " tokens does not fit the profile's vocabulary of " + vocabularySize);
        }
        double total = 0;
        for (double probability : probabilities) {
            if (!(probability >= 0)) {
                throw new IllegalArgumentException("a probability is 0 or more, got " + probability);
            }
            total += probability;
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a distribution needs positive, finite mass, got " + total);
        }
        double[] normalised = new double[vocabularySize];
        for (int i = 0; i < probabilities.length; i++) {
            normalised[i] = probabilities[i] / total;
        }
        return marker.sample(normalised, context, random);
    }
}
