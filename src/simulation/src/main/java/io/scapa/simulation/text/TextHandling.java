package io.scapa.simulation.text;

import io.scapa.simulation.Handling;
import io.scapa.simulation.random.ChainRandom;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What happens to sentences between the pools and the training: a detector flags them, copies take the place of others,
 * weights redraw them. A row of the other families is a sentence here; a real sentence is rare to a detector where it holds a
 * word that the real training text has at most twice.
 */
final class TextHandling {
    private static final int RARE = 2;

    private final Handling handling;
    private final int[] realCounts;

    TextHandling(Handling handling, Tokens realTraining, int vocabularySize) {
        this.handling = handling;
        realCounts = new int[vocabularySize];
        for (int i = 0; i < realTraining.size(); i++) {
            realCounts[realTraining.get(i)]++;
        }
    }

    /** Whether a dropping detector flags a sentence. */
    private boolean flagged(
            Handling.Detector detector, Tokens data, int from, int until, boolean synthetic, ChainRandom random) {
        double rate = synthetic
                ? detector.truePositiveRate()
                : rare(data, from, until) ? detector.tailFalsePositiveRate() : detector.falsePositiveRate();
        return random.nextDouble() < rate;
    }

    private boolean rare(Tokens data, int from, int until) {
        for (int i = from; i < until; i++) {
            if (realCounts[data.get(i)] <= RARE) {
                return true;
            }
        }
        return false;
    }

    /**
     * The sentences of a draw that a dropping detector leaves, added to those before.
     *
     * @param synthetic by sentence of the draw
     * @param keptSynthetic receives the origin of every sentence that is kept, from {@code keptSentences} on
     * @return how many sentences are kept in all
     */
    int filter(
            Tokens draw, BitSet synthetic, Tokens kept, BitSet keptSynthetic, int keptSentences, ChainRandom random) {
        int[] starts = draw.sentenceStarts();
        Handling.Detector detector = handling.detector();
        boolean drops = detector != null && detector.action() != Handling.Action.RESAMPLE;
        int sentences = keptSentences;
        for (int s = 0; s + 1 < starts.length; s++) {
            if (!drops || !flagged(detector, draw, starts[s], starts[s + 1], synthetic.get(s), random)) {
                kept.add(draw, starts[s], starts[s + 1]);
                keptSynthetic.set(sentences++, synthetic.get(s));
            }
        }
        return sentences;
    }

    /** Detector weights, real weights and copies, in this order; a data set of the same size where any of them is on. */
    Tokens reshape(Tokens data, BitSet synthetic, ChainRandom random) {
        Tokens shaped = data;
        Handling.Detector detector = handling.detector();
        int[] starts = data.sentenceStarts();
        if (detector != null && detector.action() == Handling.Action.RESAMPLE) {
            double[] weights = new double[starts.length - 1];
            for (int s = 0; s < weights.length; s++) {
                boolean flag = flagged(detector, data, starts[s], starts[s + 1], synthetic.get(s), random);
                weights[s] = flag ? 1 : detector.bias();
            }
            shaped = redrawn(data, starts, weights, random);
        } else if (!Double.isNaN(handling.realWeight())) {
            shaped = redrawn(data, starts, realWeights(starts, synthetic), random);
        }
        return handling.duplicates() > 0 ? copied(shaped, random) : shaped;
    }

    private double[] realWeights(int[] starts, BitSet synthetic) {
        double[] weights = new double[starts.length - 1];
        double real = 0;
        double all = starts[starts.length - 1];
        for (int s = 0; s < weights.length; s++) {
            real += synthetic.get(s) ? 0 : starts[s + 1] - starts[s];
        }
        for (int s = 0; s < weights.length; s++) {
            boolean one = real == 0 || real == all;
            weights[s] = one
                    ? 1
                    : synthetic.get(s) ? (1 - handling.realWeight()) / (all - real) : handling.realWeight() / real;
        }
        return weights;
    }

    /** Sentences drawn with replacement by weight, to the same number of tokens. */
    private static Tokens redrawn(Tokens data, int[] starts, double[] weights, ChainRandom random) {
        double[] cumulative = new double[weights.length];
        double sum = 0;
        for (int s = 0; s < weights.length; s++) {
            sum += weights[s];
            cumulative[s] = sum;
        }
        Tokens drawn = new Tokens(data.size() + 512);
        while (drawn.size() < data.size() && sum > 0) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
            int s = Math.min(weights.length - 1, found < 0 ? -found - 1 : found);
            drawn.add(data, starts[s], starts[s + 1]);
        }
        return drawn;
    }

    /** The last share of the sentences gives way to copies of the others. */
    private Tokens copied(Tokens data, ChainRandom random) {
        int[] starts = data.sentenceStarts();
        int sentences = starts.length - 1;
        int kept = (int) Math.max(1, Math.round((1 - handling.duplicates()) * sentences));
        Tokens copied = new Tokens(data.size() + 512);
        copied.add(data, 0, starts[kept]);
        while (copied.size() < data.size()) {
            int s = random.nextInt(kept);
            copied.add(data, starts[s], starts[s + 1]);
        }
        return copied;
    }

    /** How much selection likes a sentence: the mean log frequency of its words in the real training text. */
    double reward(Tokens data, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += Math.log(realCounts[data.get(i)] + 0.5);
        }
        return sum / Math.max(1, until - from);
    }
}
