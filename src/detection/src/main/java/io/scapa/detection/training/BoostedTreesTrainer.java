package io.scapa.detection.training;

import io.scapa.detection.classifier.BoostedTrees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits {@link BoostedTrees} to labels by Newton steps on the logistic loss (Friedman 2001; Chen and Guestrin 2016 for the gain),
 * over weighted rows of a few inputs, each parted into at most 255 bins of about equal size. A tree grows leaf by leaf, the one
 * that gains most first (Ke and others 2017). Smile's boosting takes no weights. Deterministic: there is no chance in it.
 */
final class BoostedTreesTrainer {
    private static final int TREES = 150;
    private static final int LEAVES = 16;
    private static final double RATE = 0.1;
    private static final int BINS = 255;
    /** A leaf holds at least a row in so many. */
    private static final int LEAST_SHARE = 160;
    /** The penalty on a leaf's value, as a share of the fewest rows of a leaf. */
    private static final double PENALTY = 0.125;

    private final float[][] cuts;
    private final byte[][] bins;
    private final boolean[] labels;
    private final double[] weights;
    private final double[] sums;
    private final double[] gradients;
    private final double[] curvatures;
    private final int[] members;
    private final int[] room;
    private final int least;
    private final double penalty;

    private BoostedTreesTrainer(float[][] x, boolean[] labels, double[] weights) {
        int n = x.length;
        int width = x[0].length;
        this.labels = labels;
        this.weights = weights;
        cuts = new float[width][];
        bins = new byte[width][n];
        for (int input = 0; input < width; input++) {
            float[] column = new float[n];
            for (int r = 0; r < n; r++) {
                column[r] = x[r][input];
            }
            cuts[input] = cuts(column);
            for (int r = 0; r < n; r++) {
                int at = Arrays.binarySearch(cuts[input], column[r]);
                bins[input][r] = (byte) (at >= 0 ? at : -at - 1);
            }
        }
        sums = new double[n];
        gradients = new double[n];
        curvatures = new double[n];
        members = new int[n];
        room = new int[n];
        least = Math.max(10, n / LEAST_SHARE);
        penalty = PENALTY * least;
    }

    /**
     * Fits.
     *
     * @param x a row of inputs for each text; none is NaN
     * @param labels whether each is synthetic
     * @param weights of the rows, their mean about 1
     * @return trees whose sum is the log odds
     */
    static BoostedTrees fit(float[][] x, boolean[] labels, double[] weights) {
        return new BoostedTreesTrainer(x, labels, weights).fit();
    }

    /** Ascending values; bin b holds what is over cut b - 1 and not over cut b, the last bin what is over all. */
    private static float[] cuts(float[] column) {
        float[] sorted = column.clone();
        Arrays.sort(sorted);
        float[] cuts = new float[BINS];
        int found = 0;
        for (int b = 1; b <= BINS; b++) {
            float cut = sorted[(int) ((long) b * sorted.length / (BINS + 1))];
            if (cut < sorted[sorted.length - 1] && (found == 0 || cut > cuts[found - 1])) {
                cuts[found++] = cut;
            }
        }
        return Arrays.copyOf(cuts, found);
    }

    /** A leaf of the tree that grows: rows {@code members[from, to)} and the best way to part them. */
    private static final class Leaf {
        private final int node;
        private final int from;
        private final int to;
        private double gain;
        private int input = -1;
        private int cut;
        private double value;

        private Leaf(int node, int from, int to) {
            this.node = node;
            this.from = from;
            this.to = to;
        }
    }

    private BoostedTrees fit() {
        Nodes nodes = new Nodes();
        int[] roots = new int[TREES];
        for (int tree = 0; tree < TREES; tree++) {
            for (int r = 0; r < sums.length; r++) {
                double probability = 1 / (1 + Math.exp(-sums[r]));
                gradients[r] = weights[r] * (probability - (labels[r] ? 1 : 0));
                curvatures[r] = weights[r] * probability * (1 - probability);
                members[r] = r;
            }
            roots[tree] = nodes.size();
            grow().write(0, nodes);
        }
        return new BoostedTrees(roots, nodes.inputs(), nodes.values(), nodes.seconds());
    }

    private Tree grow() {
        Tree tree = new Tree();
        List<Leaf> leaves = new ArrayList<>(List.of(best(new Leaf(tree.add(), 0, members.length))));
        while (leaves.size() < LEAVES) {
            Leaf most = leaves.stream()
                    .filter(l -> l.input >= 0)
                    .max(Comparator.comparingDouble(l -> l.gain))
                    .orElse(null);
            if (most == null) {
                break;
            }
            leaves.remove(most);
            int middle = part(most);
            Leaf first = new Leaf(tree.add(), most.from, middle);
            Leaf second = new Leaf(tree.add(), middle, most.to);
            tree.split(most.node, most.input, cuts[most.input][most.cut], first.node, second.node);
            leaves.add(best(first));
            leaves.add(best(second));
        }
        for (Leaf leaf : leaves) {
            tree.leaf(leaf.node, (float) leaf.value);
            for (int k = leaf.from; k < leaf.to; k++) {
                sums[members[k]] += (float) leaf.value;
            }
        }
        return tree;
    }

    /** Parts a leaf's rows, each side in the order that they had; where the second side begins. */
    private int part(Leaf leaf) {
        byte[] column = bins[leaf.input];
        int first = leaf.from;
        int second = 0;
        for (int k = leaf.from; k < leaf.to; k++) {
            int row = members[k];
            if ((column[row] & 0xff) <= leaf.cut) {
                members[first++] = row;
            } else {
                room[second++] = row;
            }
        }
        System.arraycopy(room, 0, members, first, second);
        return first;
    }

    /** Finds a leaf's value and the best way to part it, if there is one. */
    private Leaf best(Leaf leaf) {
        double[][] histogram = new double[BINS + 1][3];
        for (int input = 0; input < bins.length; input++) {
            for (double[] bin : histogram) {
                Arrays.fill(bin, 0);
            }
            byte[] column = bins[input];
            for (int k = leaf.from; k < leaf.to; k++) {
                int row = members[k];
                double[] bin = histogram[column[row] & 0xff];
                bin[0] += gradients[row];
                bin[1] += curvatures[row];
                bin[2]++;
            }
            scan(leaf, input, histogram);
        }
        return leaf;
    }

    private void scan(Leaf leaf, int input, double[][] histogram) {
        double gradient = 0;
        double curvature = 0;
        for (double[] bin : histogram) {
            gradient += bin[0];
            curvature += bin[1];
        }
        leaf.value = -RATE * gradient / (curvature + penalty);
        double whole = score(gradient, curvature);
        double below = 0;
        double bend = 0;
        int rows = 0;
        for (int cut = 0; cut < cuts[input].length; cut++) {
            below += histogram[cut][0];
            bend += histogram[cut][1];
            rows += (int) histogram[cut][2];
            if (rows < least || leaf.to - leaf.from - rows < least) {
                continue;
            }
            double gain = score(below, bend) + score(gradient - below, curvature - bend) - whole;
            if (gain > leaf.gain + 1e-9) {
                leaf.gain = gain;
                leaf.input = input;
                leaf.cut = cut;
            }
        }
    }

    private double score(double gradient, double curvature) {
        return gradient * gradient / (curvature + penalty);
    }

    /** A tree that grows; its nodes in the order in which they came. */
    private static final class Tree {
        private final List<int[]> children = new ArrayList<>();
        private final List<Float> values = new ArrayList<>();
        private final List<Integer> inputs = new ArrayList<>();

        private int add() {
            children.add(new int[0]);
            values.add(0f);
            inputs.add(-1);
            return children.size() - 1;
        }

        private void split(int node, int input, float value, int first, int second) {
            children.set(node, new int[] {first, second});
            values.set(node, value);
            inputs.set(node, input);
        }

        private void leaf(int node, float value) {
            values.set(node, value);
        }

        /** Writes a node and all below it, in preorder. */
        private void write(int node, Nodes into) {
            int at = into.add(inputs.get(node), values.get(node));
            if (inputs.get(node) >= 0) {
                write(children.get(node)[0], into);
                into.second(at, into.size());
                write(children.get(node)[1], into);
            }
        }
    }

    /** The nodes of all trees. */
    private static final class Nodes {
        private final List<Integer> inputs = new ArrayList<>();
        private final List<Float> values = new ArrayList<>();
        private final List<Integer> seconds = new ArrayList<>();

        private int size() {
            return inputs.size();
        }

        private int add(int input, float value) {
            inputs.add(input);
            values.add(value);
            seconds.add(0);
            return inputs.size() - 1;
        }

        private void second(int node, int child) {
            seconds.set(node, child);
        }

        private int[] inputs() {
            return inputs.stream().mapToInt(i -> i).toArray();
        }

        private int[] seconds() {
            return seconds.stream().mapToInt(i -> i).toArray();
        }

        private float[] values() {
            float[] all = new float[values.size()];
            IntStream.range(0, all.length).forEach(i -> all[i] = values.get(i));
            return all;
        }
    }
}
