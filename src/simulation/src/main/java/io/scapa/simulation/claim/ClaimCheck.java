package io.scapa.simulation.claim;

/** Runs what a claim is about. */
@FunctionalInterface
interface ClaimCheck {
    /** What was found. */
    Finding run();

    /**
     * A finding.
     *
     * @param theory a closed form's figure in words, or empty
     * @param simulated the measured figure in words, with its interval
     * @param holds whether the claim is borne out
     */
    record Finding(String theory, String simulated, boolean holds) {}
}
