package io.scapa.simulation;

/** One chain of generations. */
@FunctionalInterface
public interface Chain {
    /**
     * Advances by one generation.
     *
     * @param observed receives the family's observables
     */
    void next(double[] observed);
}
