package io.scapa.detection.classifier;

import java.util.List;

/**
 * What the members' margins say of a text that is like those that they were trained on: boosted trees over some means of
 * standardised margins and the length, fitted on margins of texts whose prompts, but not whose sources, the members had not seen.
 * They may trust what a member has learnt of a source's writers; a {@link Stack.Part} must not.
 *
 * @param groups the members of each mean
 * @param trees over the means, and the length as {@link Stack#length} has it
 */
public record SeenSources(List<int[]> groups, BoostedTrees trees) {
    public SeenSources {
        groups = List.copyOf(groups);
        if (groups.isEmpty() || trees.width() > groups.size() + 1) {
            throw new IllegalArgumentException(
                    "expected at least one group and trees over their means and the length, got " + groups.size()
                            + " groups and " + trees.width() + " inputs");
        }
    }

    /**
     * The trees' inputs.
     *
     * @param means of the groups' standardised margins
     * @param words the length of the text
     */
    public static float[] inputs(double[] means, int words) {
        float[] x = new float[means.length + 1];
        for (int g = 0; g < means.length; g++) {
            x[g] = (float) means[g];
        }
        x[means.length] = (float) Stack.length(words);
        return x;
    }

    /** The log odds that a text is synthetic, at prior 0.5. */
    double margin(double[] means, int words) {
        return trees.sum(inputs(means, words));
    }
}
