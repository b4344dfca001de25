package io.scapa.simulation.text;

import io.scapa.simulation.random.ChainRandom;
import java.util.Arrays;

/**
 * Trigram counts without smoothing: Wright-Fisher drift in every context, the honest minimum of a language model. Every
 * place of the training text is an entry of its context; drawing the next word is picking an entry of the present context,
 * and the entry's own place knows the context that follows: one random number and three array reads a word.
 */
final class CountModel implements LanguageModel {

    private final int[] words;
    /** Context number at each place; one more at the end for the context after the last place. */
    private final int[] contexts;
    /** Places ordered by context, and where each context's begin. */
    private final int[] places;

    private final int[] starts;
    private final int first;
    private final ContextNumbers numbers;
    private final Decoding decoding;
    /** For other than plain decoding: cumulative weight of the places of a context, distinct words merged at their first. */
    private final double[] weights;

    CountModel(Tokens data, Decoding decoding) {
        int size = data.size();
        words = Arrays.copyOf(data.array(), size);
        contexts = new int[size + 1];
        numbers = new ContextNumbers(size / 2);
        int a = Tokens.END;
        int b = Tokens.END;
        first = numbers.of(a, b);
        for (int i = 0; i < size; i++) {
            contexts[i] = numbers.of(a, b);
            a = words[i] == Tokens.END ? Tokens.END : b;
            b = words[i];
        }
        contexts[size] = first;
        starts = new int[numbers.size() + 1];
        this.decoding = decoding;
        places = decoding.plain() ? byContext(null) : byContext(byWord());
        weights = decoding.plain() ? new double[0] : weigh();
    }

    /** Places ordered by word, so that the stable sort by context leaves equal words side by side. */
    private int[] byWord() {
        int most = 0;
        for (int word : words) {
            most = Math.max(most, word);
        }
        int[] at = new int[most + 2];
        for (int word : words) {
            at[word + 1]++;
        }
        for (int w = 0; w <= most; w++) {
            at[w + 1] += at[w];
        }
        int[] order = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            order[at[words[i]]++] = i;
        }
        return order;
    }

    private int[] byContext(int @org.jspecify.annotations.Nullable [] order) {
        for (int i = 0; i < words.length; i++) {
            starts[contexts[i] + 1]++;
        }
        for (int c = 0; c + 1 < starts.length; c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = Arrays.copyOf(starts, starts.length - 1);
        int[] sorted = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            int place = order == null ? i : order[i];
            sorted[next[contexts[place]]++] = place;
        }
        return sorted;
    }

    private double[] weigh() {
        double[] cumulative = new double[places.length];
        DecodingWeights shaped = new DecodingWeights(decoding);
        for (int c = 0; c + 1 < starts.length; c++) {
            shaped.weigh(places, words, starts[c], starts[c + 1], cumulative);
        }
        return cumulative;
    }

    @Override
    public void write(int tokens, Tokens into, ChainRandom random) {
        int target = into.size() + tokens;
        while (into.size() < target) {
            sentence(into, random);
        }
    }

    private void sentence(Tokens into, ChainRandom random) {
        int context = first;
        for (int length = 0; length < LONGEST_SENTENCE; length++) {
            int from = starts[context];
            int until = starts[context + 1];
            int place = places[decoding.plain() ? from + random.nextInt(until - from) : pick(from, until, random)];
            into.add(words[place]);
            if (words[place] == Tokens.END) {
                return;
            }
            context = contexts[place + 1];
        }
        into.add(Tokens.END);
    }

    @Override
    public double probability(int[] context, int length, int word) {
        int number = number(context, length);
        if (number < 0) {
            return 0;
        }
        int hits = 0;
        for (int i = starts[number]; i < starts[number + 1]; i++) {
            hits += words[places[i]] == word ? 1 : 0;
        }
        return hits / (double) (starts[number + 1] - starts[number]);
    }

    /** The context's number, or -1 where it was never seen. */
    private int number(int[] context, int length) {
        int a = length > 1 ? context[length - 2] : Tokens.END;
        int b = length > 0 ? context[length - 1] : Tokens.END;
        return numbers.find(a, b);
    }

    /** Draws from the context's entries; where it was never seen, the sentence ends. */
    @Override
    public int next(int[] context, int length, ChainRandom random) {
        int number = number(context, length);
        if (number < 0 || starts[number] == starts[number + 1]) {
            return Tokens.END;
        }
        int from = starts[number];
        int until = starts[number + 1];
        return words[places[decoding.plain() ? from + random.nextInt(until - from) : pick(from, until, random)]];
    }

    /** The first place whose cumulative weight is above a uniform share of the context's total. */
    private int pick(int from, int until, ChainRandom random) {
        double aim = random.nextDouble() * weights[until - 1];
        int low = from;
        int high = until - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weights[middle] > aim) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
