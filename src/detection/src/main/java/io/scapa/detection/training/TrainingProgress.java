package io.scapa.detection.training;

/** Hears how far a training is. */
@FunctionalInterface
public interface TrainingProgress {
    /**
     * A step begins.
     *
     * @param done steps done
     * @param of steps in all
     * @param step what is done now, for a reader
     */
    void step(int done, int of, String step);

    /** Tells nobody. */
    static TrainingProgress silent() {
        return (done, of, step) -> {};
    }
}
