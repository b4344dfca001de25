package io.scapa.detection.watermark;

/**
 * How findings are judged.
 *
 * @param counting which positions count
 * @param level largest corrected p-value that is called found
 * @param leastScored fewest counted positions that allow a verdict
 * @param markedShare prior share of synthetic text that carries one of the profiles' marks: bounds how much their absence
 *     can say, since most synthetic text carries none
 */
public record WatermarkOptions(Counting counting, double level, int leastScored, double markedShare) {
    /** Distinct positions, p at most 1e-4, 50 positions, one synthetic text in twenty marked. */
    public static final WatermarkOptions STANDARD = new WatermarkOptions(Counting.DISTINCT, 1e-4, 50, 0.05);

    public WatermarkOptions {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level lies in (0, 1), got " + level);
        }
        if (leastScored < 1) {
            throw new IllegalArgumentException("a verdict needs at least 1 scored position, got " + leastScored);
        }
        if (!(markedShare > 0 && markedShare < 1)) {
            throw new IllegalArgumentException("the marked share lies in (0, 1), got " + markedShare);
        }
    }
}
