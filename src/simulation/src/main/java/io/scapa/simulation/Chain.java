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

    /**
     * Advances by a generation that is not recorded: only the observables with quantiles need be written, since a crossing
     * may watch them. A chain whose other observables cost time leaves them out.
     */
    default void skip(double[] observed) {
        next(observed);
    }
}
