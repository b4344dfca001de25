package io.scapa.detection.segmentation;

import java.util.Arrays;

/**
 * What the windows of a text say: for each unit the margins of windows that reach some tokens beyond it on both sides, and
 * from them the inputs of the two regressions of a {@link PassageModel}. A margin alone knows the author as little as it knows
 * the kind of text, so most inputs set a unit's windows against those of the rest of its text: what is constant in a text cancels.
 *
 * @param borders the first token of each unit, and one past the last
 * @param margins [width][unit], for the widths of {@link #REACH}
 * @param whole the whole text's margin
 */
public record WindowScores(int[] borders, double[][] margins, double whole) {
    /** Tokens that a window reaches beyond its unit. */
    static final int[] REACH = {20, 45, 90, 180};

    private static final int DECIDING = 2;

    /** Inputs a unit. */
    public static final int UNIT_INPUTS = 19;

    /** Inputs a text. */
    public static final int TEXT_INPUTS = 9;

    private static final double REFERENCE_TOKENS = 400;

    static WindowScores of(TokenNgrams text, int[] borders) {
        return of(text, borders, deciding(text, borders));
    }

    /** The scores of a text whose deciding windows were looked at already. */
    static WindowScores of(TokenNgrams text, int[] borders, double[] deciding) {
        double[][] margins = new double[REACH.length][];
        for (int w = 0; w < REACH.length; w++) {
            margins[w] = w == DECIDING ? deciding : margins(text, borders, REACH[w]);
        }
        SlidingWindow all = new SlidingWindow(text);
        double whole = all.margin(0, text.tokens());
        all.close();
        return new WindowScores(borders, margins, whole);
    }

    private static double[] margins(TokenNgrams text, int[] borders, int reach) {
        double[] margins = new double[borders.length - 1];
        SlidingWindow window = new SlidingWindow(text);
        for (int u = 0; u < margins.length; u++) {
            margins[u] =
                    window.margin(Math.max(0, borders[u] - reach), Math.min(text.tokens(), borders[u + 1] + reach));
        }
        window.close();
        return margins;
    }

    /** The margins of the windows whose greatest is {@link #strongest()}. */
    static double[] deciding(TokenNgrams text, int[] borders) {
        return margins(text, borders, REACH[DECIDING]);
    }

    /** How many units. */
    public int units() {
        return borders.length - 1;
    }

    /** Tokens of a unit. */
    public int size(int unit) {
        return borders[unit + 1] - borders[unit];
    }

    /** Tokens of the text. */
    public int tokens() {
        return borders[borders.length - 1];
    }

    /** The strongest window of about 200 tokens: what decides whether the text has a synthetic passage at all. */
    public double strongest() {
        return greatest(margins[DECIDING]);
    }

    /** The inputs of each unit. */
    public double[][] unitInputs() {
        double[] mean = new double[3];
        for (int w = 0; w < 3; w++) {
            mean[w] = mean(margins[w]);
        }
        double most45 = greatest(margins[1]);
        double least45 = least(margins[1]);
        double most90 = greatest(margins[2]);
        double least90 = least(margins[2]);
        double centre45 = (most45 + least45) / 2;
        double range45 = most45 - least45;
        double centre90 = (most90 + least90) / 2;
        double range90 = most90 - least90;
        double length = Math.log(tokens() / REFERENCE_TOKENS);
        double[][] inputs = new double[units()][];
        for (int u = 0; u < inputs.length; u++) {
            double w45 = margins[1][u];
            double w90 = margins[2][u];
            double place45 = (w45 - centre45) / (range45 + 1);
            double place90 = (w90 - centre90) / (range90 + 1);
            inputs[u] = new double[] {
                margins[0][u],
                w45,
                w90,
                margins[3][u],
                whole,
                margins[0][u] - mean[0],
                w45 - mean[1],
                w90 - mean[2],
                w45 - centre45,
                w90 - centre90,
                range45,
                range90,
                place45,
                place90,
                length,
                place45 * length,
                place90 * length,
                (w90 - mean[2]) * length,
                w90 * length
            };
        }
        return inputs;
    }

    /** The inputs of the whole text. */
    public double[] textInputs() {
        double length = Math.log(tokens() / REFERENCE_TOKENS);
        return new double[] {
            whole,
            greatest(margins[1]),
            least(margins[1]),
            greatest(margins[2]),
            least(margins[2]),
            greatest(margins[3]),
            least(margins[3]),
            length,
            least(margins[2]) * length
        };
    }

    /** The probability of each unit of being synthetic in a text of mixed authorship, by a regression over {@link #unitInputs}. */
    public double[] probabilities(StandardisedLogistic unit) {
        return Arrays.stream(unitInputs()).mapToDouble(unit::probability).toArray();
    }

    /** The mean of a number a unit over the text's tokens. */
    public double mean(double[] values) {
        return mean(values, 0, units());
    }

    /** The same over the tokens of the units in [from, to). */
    double mean(double[] values, int from, int to) {
        double sum = 0;
        int tokens = 0;
        for (int u = from; u < to; u++) {
            sum += values[u] * size(u);
            tokens += size(u);
        }
        return tokens == 0 ? 0 : sum / tokens;
    }

    /** The greatest of some margins; 0 of none. */
    static double greatest(double[] values) {
        double greatest = values.length == 0 ? 0 : values[0];
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    private static double least(double[] values) {
        double least = values.length == 0 ? 0 : values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
