package io.scapa.cli;

import org.jspecify.annotations.Nullable;

/** The call was right and the job failed all the same: exit code 1. */
public final class JobFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure in words for the user. */
    public JobFailedException(String message) {
        super(message);
    }

    /** A failure in words for the user, with what lies behind it. */
    public JobFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
