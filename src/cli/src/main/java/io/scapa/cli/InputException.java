package io.scapa.cli;

import java.nio.file.Path;

/** The call or an input is wrong: exit code 2. The message names the place and what was expected there. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A fault whose message says all. */
    public InputException(String message) {
        super(message);
    }

    /** A fault of a whole file. */
    public static InputException of(Path file, String fault) {
        return new InputException(file + ": " + fault);
    }

    /** A fault on one line of a file; lines count from 1. */
    public static InputException at(Path file, long line, String fault) {
        return new InputException(file + ":" + line + ": " + fault);
    }
}
