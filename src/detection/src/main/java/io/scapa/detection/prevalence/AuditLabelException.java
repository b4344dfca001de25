package io.scapa.detection.prevalence;

/** A line of an audit says nothing that can be used. */
public final class AuditLabelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long line;

    AuditLabelException(long line, String message) {
        super(message);
        this.line = line;
    }

    /** The line's number in its file, from 1. */
    public long line() {
        return line;
    }
}
