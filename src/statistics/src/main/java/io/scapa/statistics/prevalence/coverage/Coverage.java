package io.scapa.statistics.prevalence.coverage;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.Locale;

/**
 * How often a limit held.
 *
 * @param held runs in which the truth lay on the right side of it
 * @param runs all runs, 1 or more
 * @param slack mean distance of the limit from the truth, in shares; negative where it lies on the wrong side
 */
public record Coverage(int held, int runs, double slack) {
    /** Share of runs in which it held. */
    public double share() {
        return (double) held / runs;
    }

    /** The exact interval of the true coverage, given that the runs are finite. */
    public Limits interval(double confidence) {
        return ClopperPearson.interval(held, runs, confidence);
    }

    /** Such as {@code 0.97 (+1.9)}: coverage and slack in percentage points. */
    public String cell() {
        return String.format(Locale.ROOT, "%.3f (%+.1f)", share(), 100 * slack);
    }
}
