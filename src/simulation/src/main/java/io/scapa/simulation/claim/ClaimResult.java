package io.scapa.simulation.claim;

import io.scapa.simulation.claim.Claim.Verdict;

/**
 * What a check found.
 *
 * @param claim the claim
 * @param theory what a closed form says, or an empty string
 * @param simulated what was measured, with its interval
 * @param verdict whether the claim holds
 */
public record ClaimResult(Claim claim, String theory, String simulated, Verdict verdict) {
    /** Whether the verdict is the one that the file expects. */
    public boolean asExpected() {
        return verdict == claim.expected();
    }
}
