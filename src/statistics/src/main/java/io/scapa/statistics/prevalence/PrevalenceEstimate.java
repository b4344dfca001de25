package io.scapa.statistics.prevalence;

import io.scapa.statistics.Limits;
import java.util.List;

/**
 * What share of a pool is synthetic, and how sure that is.
 *
 * @param estimate the share, in [0, 1]
 * @param interval two-sided, at the confidence
 * @param upper one-sided upper limit at the same confidence, at most the interval's
 * @param confidence in (0, 1), such as 0.95
 * @param method how it was estimated
 * @param documents how many documents the share is of
 * @param audited how many of them had their label looked up and used
 * @param gainOfOneMore how far one more audited document is expected to bring {@code upper} down; 0 where that is not
 *     known, because nothing was audited
 * @param assumptions what must hold for the interval to be worth its name, in words for a reader; never empty
 */
public record PrevalenceEstimate(
        double estimate,
        Limits interval,
        double upper,
        double confidence,
        PrevalenceMethod method,
        long documents,
        int audited,
        double gainOfOneMore,
        List<String> assumptions) {
    public PrevalenceEstimate {
        assumptions = List.copyOf(assumptions);
        if (!(estimate >= 0 && estimate <= 1 && interval.contains(estimate) && upper >= estimate)) {
            throw new IllegalArgumentException("a share lies in [0, 1] and within its limits, got " + estimate + " in ["
                    + interval.lower() + ", " + interval.upper() + "], upper " + upper);
        }
        if (assumptions.isEmpty()) {
            throw new IllegalArgumentException("an estimate states its assumptions");
        }
    }
}
