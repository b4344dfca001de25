package io.scapa.simulation;

/** Told how far a run is. Called from worker threads, one call at a time. */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing, stops nothing. */
    ProgressListener NONE = (done, total) -> true;

    /**
     * @param done chains finished
     * @param total chains in all
     * @return whether to go on; {@code false} stops the run after the chunks under way
     */
    boolean progress(long done, long total);
}
