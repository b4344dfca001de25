package io.scapa.detection.watermark;

import java.util.random.RandomGenerator;

/** Marks one text while it is generated. May remember the contexts it has seen: one marker per text. */
public interface Marker {
    /**
     * Draws the next token, marked.
     *
     * @param probabilities the model's next-token distribution over the profile's vocabulary, summing to 1; not changed
     * @param context the tokens so far, oldest first
     */
    int sample(double[] probabilities, int[] context, RandomGenerator random);
}
