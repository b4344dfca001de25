package io.scapa.curation;

import io.scapa.provenance.Mixture;

/** Port: the stress test of a mixture. The outer modules wire the simulation behind it. */
@FunctionalInterface
public interface CollapseCheck {
    /**
     * Runs the test. The same arguments give the same report.
     *
     * @param mixture the realised mixture
     * @param tokens of the dataset
     * @param documents of the dataset
     * @param generations within how many generations a collapse is asked for
     * @param seed of the simulation
     */
    CollapseReport check(Mixture mixture, long tokens, long documents, int generations, long seed);

    /** No test: the manifest says that none was run. */
    static CollapseCheck none() {
        return (mixture, tokens, documents, generations, seed) -> CollapseReport.none();
    }
}
