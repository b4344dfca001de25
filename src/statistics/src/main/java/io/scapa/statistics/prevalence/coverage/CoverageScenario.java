package io.scapa.statistics.prevalence.coverage;

/**
 * One world to draw pools from: two normal classes of log likelihood ratios, a detector that knows the true prior, and a
 * calibration that is off by one shift for all documents of a pool.
 *
 * @param leastShare the least synthetic share, in (0, 1)
 * @param mostShare the greatest; each run draws its share uniformly between
 * @param documents in the pool
 * @param separation distance of the classes in standard deviations, d'
 * @param shiftSd standard deviation of the shift of all log-odds of a run
 * @param audited documents audited in each run
 * @param sizeSpread standard deviation of the log of the documents' sizes; 0 for equal sizes
 * @param sizeLift by how much synthetic documents are longer, as a difference of logs
 */
public record CoverageScenario(
        double leastShare,
        double mostShare,
        int documents,
        double separation,
        double shiftSd,
        int audited,
        double sizeSpread,
        double sizeLift) {
    public CoverageScenario {
        if (!(leastShare > 0 && leastShare <= mostShare && mostShare < 1)) {
            throw new IllegalArgumentException(
                    "shares are ordered and lie in (0, 1), got " + leastShare + " to " + mostShare);
        }
        if (audited < 1 || audited > documents) {
            throw new IllegalArgumentException(
                    "the audited documents lie within the pool, got " + audited + " of " + documents);
        }
    }

    /** The setting of the reference table: shares 2-30%, d' 2.4, 500 audited, documents of equal size. */
    public static CoverageScenario reference(int documents, double shiftSd) {
        return new CoverageScenario(0.02, 0.30, documents, 2.4, shiftSd, 500, 0, 0);
    }

    /** The same with one share for all runs and another audit. */
    public CoverageScenario with(double share, int otherAudited) {
        return new CoverageScenario(share, share, documents, separation, shiftSd, otherAudited, sizeSpread, sizeLift);
    }

    /** The same with documents of unequal size. */
    public CoverageScenario withSizes(double spread, double lift) {
        return new CoverageScenario(leastShare, mostShare, documents, separation, shiftSd, audited, spread, lift);
    }
}
