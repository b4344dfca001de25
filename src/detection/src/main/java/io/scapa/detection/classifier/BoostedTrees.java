package io.scapa.detection.classifier;

import java.util.Arrays;

/**
 * A sum of regression trees (Friedman 2001). Nodes lie in preorder: a node's first child follows it, so that only the second
 * has to be told.
 *
 * @param roots each tree's first node
 * @param inputs for each node the input that it asks for, or -1 for a leaf
 * @param values for each node the most that leads to its first child, or a leaf's part of the sum
 * @param seconds for each node its second child; 0 for a leaf
 */
public record BoostedTrees(int[] roots, int[] inputs, float[] values, int[] seconds) {
    public BoostedTrees {
        if (inputs.length != values.length || inputs.length != seconds.length) {
            throw new IllegalArgumentException("expected as many inputs as values and second children, got "
                    + inputs.length + ", " + values.length + " and " + seconds.length);
        }
        for (int root : roots) {
            check(root, inputs.length);
        }
        for (int node = 0; node < inputs.length; node++) {
            if (inputs[node] >= 0) {
                check(node + 1, inputs.length);
                check(seconds[node], inputs.length);
                if (seconds[node] <= node) {
                    throw new IllegalArgumentException(
                            "children follow their parents, got " + seconds[node] + " below " + node);
                }
            }
        }
    }

    private static void check(int node, int nodes) {
        if (node < 0 || node >= nodes) {
            throw new IllegalArgumentException("expected a node in [0, " + nodes + "), got " + node);
        }
    }

    /** How many inputs the trees ask for: one more than the highest. */
    public int width() {
        return 1 + Arrays.stream(inputs).max().orElse(-1);
    }

    /** The sum for some inputs. */
    public double sum(float[] x) {
        double sum = 0;
        for (int root : roots) {
            int node = root;
            while (inputs[node] >= 0) {
                node = x[inputs[node]] <= values[node] ? node + 1 : seconds[node];
            }
            sum += values[node];
        }
        return sum;
    }
}
