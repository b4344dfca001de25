package io.scapa.curation;

/** The work was stopped at the wish of its {@link Progress}. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException(Progress.Stage stage) {
        super("cancelled while in stage " + stage);
    }

    /** Throws where a progress wants the work stopped. */
    public static void check(Progress progress, Progress.Stage stage) {
        if (progress.cancelled()) {
            throw new CancelledException(stage);
        }
    }
}
