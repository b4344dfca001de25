package io.scapa.curation.recipe;

/**
 * How much risk of model collapse the recipe accepts.
 *
 * @param generations within how many generations, 1 or more
 * @param maxProbability the greatest accepted probability of collapse by then, in [0, 1]
 */
public record CollapseLimit(int generations, double maxProbability) {
    public CollapseLimit {
        if (generations < 1) {
            throw new IllegalArgumentException("generations are 1 or more, got " + generations);
        }
        if (!(maxProbability >= 0 && maxProbability <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1], got " + maxProbability);
        }
    }
}
