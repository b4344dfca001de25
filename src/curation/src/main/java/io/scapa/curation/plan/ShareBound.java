package io.scapa.curation.plan;

/**
 * What is known of the share of alpha, or of alpha and beta, in a cell.
 *
 * @param estimate of the share: the mean posterior, corrected by the audit where there is one
 * @param slack how far above it the upper limit at the recipe's confidence lies; 0 where the recipe asks for none
 * @param audited how many of the cell's documents were audited; 0 where the slack rests on the detector alone
 * @param gainOfOneMore by how much one more audited document is expected to lower the limit
 */
public record ShareBound(double estimate, double slack, int audited, double gainOfOneMore) {
    /** A share that is taken as it is. */
    public static ShareBound exactly(double share) {
        return new ShareBound(share, 0, 0, 0);
    }

    /** The upper limit of the cell by itself. */
    public double upper() {
        return Math.min(1, estimate + slack);
    }
}
