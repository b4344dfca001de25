package io.scapa.simulation.text;

/**
 * An interpolated Kneser-Ney trigram (Kneser and Ney 1995) over the decisions of a {@link WordTree}: the probability of a
 * subtree is the sum of its words', which needs only the counts and the distinct words of its two halves in each context.
 * Away from the words that a context has seen it falls back on shorter contexts' words, as a mixture of single decisions
 * does not. Discounts are estimated as counting goes on.
 */
final class SubtreeBackoff {
    private static final int ORDERS = 3;
    private static final double MOST_ODDS = 14;

    private final WordTree tree;
    /** Continuation counts of all words and distinct words, by node and outcome: the shortest order outgrows 16 bits. */
    private final int[] shortest;

    private final int[] kinds;
    /** Words that have one, and two, counts in a context of each order. */
    private final int[] once = new int[ORDERS];

    private final int[] twice = new int[ORDERS];
    private final double[] total = new double[ORDERS];
    private final double[] backing = new double[ORDERS];
    private int node;
    private double zero;
    private double one;

    SubtreeBackoff(WordTree tree) {
        this(tree, new int[2 * tree.size()], new int[2 * tree.size()]);
    }

    private SubtreeBackoff(WordTree tree, int[] shortest, int[] kinds) {
        this.tree = tree;
        this.shortest = shortest;
        this.kinds = kinds;
    }

    SubtreeBackoff copy() {
        SubtreeBackoff copy = new SubtreeBackoff(tree, shortest.clone(), kinds.clone());
        System.arraycopy(once, 0, copy.once, 0, ORDERS);
        System.arraycopy(twice, 0, copy.twice, 0, ORDERS);
        return copy;
    }

    /** Goes to a decision; false where it is not one of the tree. The orders must then be looked at from the shortest on. */
    boolean enter(int decision) {
        node = decision;
        if (!inTree()) {
            return false;
        }
        double words = tree.words();
        one = tree.wordsBehind(decision, true) / words;
        zero = tree.wordsBehind(decision, false) / words;
        return true;
    }

    /** Whether the present decision is one of the tree. */
    boolean inTree() {
        return node < tree.size();
    }

    private double discount(int order) {
        return (once[order] + 3.0) / (once[order] + 2.0 * twice[order] + 4);
    }

    /** Takes in an order's counts and distinct words behind both outcomes; those of the shortest order are held here. */
    void look(int order, int zeros, int ones, int zeroTypes, int oneTypes) {
        boolean all = order == 0;
        double n0 = all ? shortest[2 * node] : zeros;
        double n1 = all ? shortest[2 * node + 1] : ones;
        // A slot that was lost to another starts again in the middle: what was counted is of one word at least.
        double t0 = all ? kinds[2 * node] : Math.max(zeroTypes, Math.min(1, zeros));
        double t1 = all ? kinds[2 * node + 1] : Math.max(oneTypes, Math.min(1, ones));
        double discount = discount(order);
        if (node == tree.root()) {
            // The context's own totals stand at the root, where every word passes.
            total[order] = n0 + n1;
            backing[order] = n0 + n1 == 0 ? 1 : discount * (t0 + t1) / (n0 + n1);
        }
        if (total[order] > 0) {
            one = Math.max(0, n1 - discount * t1) / total[order] + backing[order] * one;
            zero = Math.max(0, n0 - discount * t0) / total[order] + backing[order] * zero;
        }
    }

    /** Log odds of a one by all orders. */
    double odds() {
        return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(one / zero)));
    }

    /**
     * Counts a word's decision in an order.
     *
     * @param first whether the word is new to the context
     * @param leaf whether the decision is the word's last
     * @param now the count behind the outcome, after this one; read for the longer orders' leaves only
     */
    void count(int order, boolean bit, boolean first, boolean leaf, int now) {
        int count = now;
        if (order == 0) {
            int at = 2 * node + (bit ? 1 : 0);
            count = ++shortest[at];
            kinds[at] += first ? 1 : 0;
        }
        if (leaf) {
            once[order] += count == 1 ? 1 : count == 2 ? -1 : 0;
            twice[order] += count == 2 ? 1 : count == 3 ? -1 : 0;
        }
    }
}
