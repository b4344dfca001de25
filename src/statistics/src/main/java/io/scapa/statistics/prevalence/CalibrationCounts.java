package io.scapa.statistics.prevalence;

/**
 * How a threshold did on texts of known origin.
 *
 * @param truePositives synthetic texts that it flags
 * @param synthetic synthetic texts in all, 1 or more
 * @param falsePositives human texts that it flags
 * @param human human texts in all, 1 or more
 */
public record CalibrationCounts(long truePositives, long synthetic, long falsePositives, long human) {
    public CalibrationCounts {
        if (synthetic < 1 || truePositives < 0 || truePositives > synthetic) {
            throw new IllegalArgumentException(
                    "true positives lie within the synthetic texts, got " + truePositives + " of " + synthetic);
        }
        if (human < 1 || falsePositives < 0 || falsePositives > human) {
            throw new IllegalArgumentException(
                    "false positives lie within the human texts, got " + falsePositives + " of " + human);
        }
    }

    /** Share of synthetic texts that the threshold flags. */
    public double truePositiveRate() {
        return (double) truePositives / synthetic;
    }

    /** Share of human texts that the threshold flags. */
    public double falsePositiveRate() {
        return (double) falsePositives / human;
    }
}
