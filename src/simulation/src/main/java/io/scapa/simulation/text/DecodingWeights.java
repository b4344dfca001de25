package io.scapa.simulation.text;

import java.util.Arrays;

/** Turns the counts of one context into cumulative weights under temperature, top-k and top-p. */
final class DecodingWeights {
    private final Decoding decoding;
    private double[] mass = new double[64];
    private int[] firsts = new int[64];

    DecodingWeights(Decoding decoding) {
        this.decoding = decoding;
    }

    /** Places from {@code from} to {@code until} hold equal words side by side; each word's weight goes to its first place. */
    void weigh(int[] places, int[] words, int from, int until, double[] cumulative) {
        int distinct = 0;
        for (int i = from; i < until; ) {
            int next = i + 1;
            while (next < until && words[places[next]] == words[places[i]]) {
                next++;
            }
            if (distinct == mass.length) {
                mass = Arrays.copyOf(mass, 2 * distinct);
                firsts = Arrays.copyOf(firsts, 2 * distinct);
            }
            mass[distinct] = Math.pow(next - i, 1 / decoding.temperature());
            firsts[distinct++] = i;
            i = next;
        }
        double least = decoding.topK() > 0 || decoding.topP() < 1 ? threshold(distinct) : 0;
        Arrays.fill(cumulative, from, until, 0);
        for (int d = 0; d < distinct; d++) {
            cumulative[firsts[d]] = mass[d] >= least ? mass[d] : 0;
        }
        for (int i = from + 1; i < until; i++) {
            cumulative[i] += cumulative[i - 1];
        }
    }

    /** The smallest mass that top-k and top-p leave in; ties stay together. */
    private double threshold(int distinct) {
        double[] sorted = Arrays.copyOf(mass, distinct);
        Arrays.sort(sorted);
        double total = 0;
        for (double each : sorted) {
            total += each;
        }
        int kept = decoding.topK() > 0 ? Math.min(decoding.topK(), distinct) : distinct;
        double least = sorted[distinct - kept];
        double sum = 0;
        for (int i = distinct - 1; i >= 0; i--) {
            sum += sorted[i];
            if (sum >= decoding.topP() * total) {
                return Math.max(least, sorted[i]);
            }
        }
        return least;
    }
}
