package io.scapa.service.jobs;

/** A job stopped because it was asked to, or because another worker has it now. */
public final class JobCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobCancelledException() {
        super("cancelled");
    }
}
