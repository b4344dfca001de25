package io.scapa.detection.watermark;

/**
 * What a scheme read off a text: one value for each position that counts.
 *
 * @param positions index of the scored token for each value, ascending
 * @param values the scores: 0 or 1 for green lists, exponential scores for Gumbel marks, sums of bits for SynthID
 * @param window tokens that a position's score depends on, the scored token included
 * @param model the law of the values in text that does not carry the mark
 */
public record Scores(int[] positions, double[] values, int window, NullModel model) {
    public Scores {
        if (positions.length != values.length) {
            throw new IllegalArgumentException(positions.length + " positions for " + values.length + " values");
        }
    }

    /** How many positions count. */
    public int scored() {
        return values.length;
    }

    /** The sum of the values: the green count, the Gumbel score, the number of one bits. */
    public double sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
