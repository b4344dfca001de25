package io.scapa.curation;

import java.io.IOException;

/** A whole input is not what is expected of it: its format, its schema, its hash. The message names it and what was expected. */
public final class BadInputException extends IOException {
    private static final long serialVersionUID = 1;

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
