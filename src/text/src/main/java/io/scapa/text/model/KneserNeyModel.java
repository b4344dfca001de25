package io.scapa.text.model;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Interpolated Kneser-Ney over token ids (Kneser and Ney, ICASSP 1995; Chen and Goodman, 1999, eq. 4.35 with one discount
 * an order). The highest order counts occurrences, lower ones count distinct left neighbours; each order k discounts by
 * {@code D_k = n1 / (n1 + 2 n2)}, estimated anew from the training data, and order 1 backs off to the uniform distribution,
 * so that every token of the vocabulary has a positive probability.
 *
 * <p>Immutable and safe for use by several threads. Memory: about 16 bytes for each distinct n-gram.
 */
public final class KneserNeyModel {
    /** An order without singletons still reserves this much for what it has not seen. */
    private static final double LEAST_DISCOUNT = 0.01;

    private final NgramTrie trie;
    private final double[] discount;
    /** {@code mass[k][i]}: sum of the adjusted counts of the nodes before i at level k. */
    private final long[][] mass;

    private final double[] unigram;

    private KneserNeyModel(NgramTrie trie) {
        this.trie = trie;
        int[][] adjusted = adjustedCounts(trie);
        discount = new double[trie.order + 1];
        mass = new long[trie.order + 1][];
        for (int k = 1; k <= trie.order; k++) {
            discount[k] = discount(adjusted[k]);
            mass[k] = new long[adjusted[k].length + 1];
            for (int i = 0; i < adjusted[k].length; i++) {
                mass[k][i + 1] = mass[k][i] + adjusted[k][i];
            }
        }
        unigram = unigram();
    }

    /**
     * Counts and smooths.
     *
     * @param sequences token ids in [0, vocabularySize); each is a text of its own, preceded by begin marks
     * @param order length of the longest n-gram, 1 to 8
     * @param vocabularySize number of distinct ids
     * @throws IllegalArgumentException for an order or id out of range, or where there is no token at all
     */
    public static KneserNeyModel train(Iterable<int[]> sequences, int order, int vocabularySize) {
        if (order < 1 || order > 8) {
            throw new IllegalArgumentException("the order must lie in [1, 8], got " + order);
        }
        if (vocabularySize < 1) {
            throw new IllegalArgumentException("the vocabulary size must be positive, got " + vocabularySize);
        }
        NgramTrie trie = NgramTrie.of(sequences, order, vocabularySize);
        boolean empty = Arrays.stream(trie.tokens[1]).noneMatch(token -> token < vocabularySize);
        if (empty) {
            throw new IllegalArgumentException("a language model needs at least one token to learn from");
        }
        return new KneserNeyModel(trie);
    }

    /** The length of the longest n-gram. */
    public int order() {
        return trie.order;
    }

    /** The number of distinct token ids. */
    public int vocabularySize() {
        return trie.vocabularySize;
    }

    /** The number of distinct n-grams of the highest order. */
    public int ngrams() {
        return trie.tokens[trie.order].length;
    }

    /**
     * Natural log of P(token | context).
     *
     * @param context the tokens before it, oldest first, from the beginning of the text or later; only the last
     *     {@code order - 1} count, and a shorter one is taken as a text's beginning
     */
    public double logProbability(int[] context, int token) {
        return Math.log(probability(nodes(context, context.length), token));
    }

    /** Natural log probability of a whole text, begin marks before it. */
    public double logProbability(int[] sequence) {
        double sum = 0;
        for (int i = 0; i < sequence.length; i++) {
            sum += Math.log(probability(nodes(sequence, i), sequence[i]));
        }
        return sum;
    }

    /** {@code exp(-mean log probability)} over every token of some texts; NaN where they hold none. */
    public double perplexity(List<int[]> sequences) {
        double sum = 0;
        long tokens = 0;
        for (int[] sequence : sequences) {
            sum += logProbability(sequence);
            tokens += sequence.length;
        }
        return Math.exp(-sum / tokens);
    }

    /**
     * P(. | context) for every token.
     *
     * @param out filled with {@link #vocabularySize()} probabilities that sum to 1
     */
    public void distribution(int[] context, double[] out) {
        distribution(context, context.length, out);
    }

    /** The same, with the first {@code length} tokens of an array as the context. */
    public void distribution(int[] context, int length, double[] out) {
        int[] nodes = nodes(context, length);
        double[] reach = reach(nodes);
        for (int w = 0; w < unigram.length; w++) {
            out[w] = unigram[w] * reach[1];
        }
        for (int k = 2; k < reach.length; k++) {
            int parent = nodes[k - 1];
            if (parent < 0) {
                continue;
            }
            int from = trie.firstChild[k - 1][parent];
            int to = lastChild(k, parent);
            double scale = from == to ? 0 : reach[k] / (mass[k][to] - mass[k][from]);
            for (int child = from; child < to; child++) {
                out[trie.tokens[k][child]] += scale * (mass[k][child + 1] - mass[k][child] - discount[k]);
            }
        }
    }

    /**
     * What the longer orders have seen after a context.
     *
     * @param tokens rising
     * @param probabilities P(token | context), in the order of the tokens
     * @param backoff every other token has this times its {@link #unigram}
     */
    public record Seen(int[] tokens, double[] probabilities, double backoff) {}

    /** The tokens seen after the first {@code length} tokens of an array, in any order above the first. */
    public Seen seen(int[] context, int length) {
        int[] nodes = nodes(context, length);
        int[] tokens = new int[0];
        for (int k = 2; k <= trie.order; k++) {
            if (nodes[k - 1] >= 0) {
                int from = trie.firstChild[k - 1][nodes[k - 1]];
                int to = lastChild(k, nodes[k - 1]);
                int[] more = Arrays.copyOf(tokens, tokens.length + to - from);
                System.arraycopy(trie.tokens[k], from, more, tokens.length, to - from);
                tokens = more;
            }
        }
        tokens = Arrays.stream(tokens).sorted().distinct().toArray();
        double[] probabilities = new double[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            probabilities[i] = probability(nodes, tokens[i]);
        }
        return new Seen(tokens, probabilities, reach(nodes)[1]);
    }

    /** The probability of a token without any context. */
    public double unigram(int token) {
        return unigram[token];
    }

    /** Draws the next token. */
    public int sample(int[] context, RandomGenerator random) {
        return sample(context, context.length, random);
    }

    /** The same, with the first {@code length} tokens of an array as the context. */
    public int sample(int[] context, int length, RandomGenerator random) {
        int[] nodes = nodes(context, length);
        for (int k = trie.order; k >= 1; k--) {
            int parent = nodes[k - 1];
            if (parent < 0) {
                continue;
            }
            int from = trie.firstChild[k - 1][parent];
            int to = lastChild(k, parent);
            double aim = random.nextDouble() * (mass[k][to] - mass[k][from]);
            if (from < to && aim < mass[k][to] - mass[k][from] - discount[k] * (to - from)) {
                return trie.tokens[k][child(k, from, to, aim)];
            }
        }
        return random.nextInt(trie.vocabularySize);
    }

    /** The child whose stretch of the discounted mass holds {@code aim}. */
    private int child(int k, int from, int to, double aim) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (aim < mass[k][middle + 1] - mass[k][from] - discount[k] * (middle + 1 - from)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private double probability(int[] nodes, int token) {
        double p = unigram[token];
        for (int k = 2; k <= trie.order && nodes[k - 1] >= 0; k++) {
            int parent = nodes[k - 1];
            int from = trie.firstChild[k - 1][parent];
            int to = lastChild(k, parent);
            if (from == to) {
                continue;
            }
            double total = mass[k][to] - mass[k][from];
            int child = Arrays.binarySearch(trie.tokens[k], from, to, token);
            double seen = child < 0 ? 0 : mass[k][child + 1] - mass[k][child] - discount[k];
            p = (seen + discount[k] * (to - from) * p) / total;
        }
        return p;
    }

    /** {@code reach[k]}: the weight with which order k's own counts enter the mixture, backing off from above. */
    private double[] reach(int[] nodes) {
        double[] reach = new double[trie.order + 1];
        double weight = 1;
        for (int k = trie.order; k >= 2; k--) {
            reach[k] = weight;
            int parent = nodes[k - 1];
            if (parent >= 0) {
                int from = trie.firstChild[k - 1][parent];
                int to = lastChild(k, parent);
                if (from < to) {
                    weight *= discount[k] * (to - from) / (mass[k][to] - mass[k][from]);
                }
            }
        }
        if (trie.order >= 1) {
            reach[1] = weight;
        }
        return reach;
    }

    /** {@code nodes[k]}: the node of the last k tokens before a position, or -1 where nobody saw them; {@code nodes[0]} is the root. */
    private int[] nodes(int[] context, int length) {
        int[] nodes = new int[trie.order];
        Arrays.fill(nodes, -1);
        nodes[0] = 0;
        int longest = trie.order - 1;
        int node = -1;
        while (longest > 0 && (node = walk(context, length, longest)) < 0) {
            longest--;
        }
        for (int k = longest; k > 0; k--) {
            nodes[k] = node;
            node = trie.suffix[k][node];
        }
        return nodes;
    }

    private int walk(int[] context, int length, int depth) {
        int node = 0;
        for (int k = 0; k < depth; k++) {
            int place = length - depth + k;
            node = trie.child(k, node, place < 0 ? trie.vocabularySize : context[place]);
            if (node < 0) {
                return -1;
            }
        }
        return node;
    }

    /** One past a node's last child that can be predicted: a begin mark, which sorts last, cannot. */
    private int lastChild(int k, int parent) {
        int to = trie.firstChild[k - 1][parent + 1];
        return to > trie.firstChild[k - 1][parent] && trie.tokens[k][to - 1] == trie.vocabularySize ? to - 1 : to;
    }

    private double[] unigram() {
        int to = lastChild(1, 0);
        double total = mass[1][to];
        double unseen = discount[1] * to / total / trie.vocabularySize;
        double[] p = new double[trie.vocabularySize];
        Arrays.fill(p, unseen);
        for (int i = 0; i < to; i++) {
            p[trie.tokens[1][i]] += (mass[1][i + 1] - mass[1][i] - discount[1]) / total;
        }
        return p;
    }

    private static int[][] adjustedCounts(NgramTrie trie) {
        int[][] adjusted = new int[trie.order + 1][];
        adjusted[trie.order] = withoutBeginMarks(trie, trie.order, trie.counts[trie.order].clone());
        for (int k = 1; k < trie.order; k++) {
            int[] counts = new int[trie.tokens[k].length];
            for (int node : trie.suffix[k + 1]) {
                counts[node]++;
            }
            for (int node = 0; node < counts.length; node++) {
                if (trie.begins[k][node]) {
                    counts[node] = trie.counts[k][node]; // nothing stands before a text's beginning
                }
            }
            adjusted[k] = withoutBeginMarks(trie, k, counts);
        }
        return adjusted;
    }

    private static int[] withoutBeginMarks(NgramTrie trie, int k, int[] counts) {
        for (int node = 0; node < counts.length; node++) {
            if (trie.tokens[k][node] == trie.vocabularySize) {
                counts[node] = 0;
            }
        }
        return counts;
    }

    private static double discount(int[] counts) {
        double ones = 0;
        double twos = 0;
        for (int count : counts) {
            if (count == 1) {
                ones++;
            } else if (count == 2) {
                twos++;
            }
        }
        return ones == 0 ? LEAST_DISCOUNT : ones / (ones + 2 * twos);
    }
}
