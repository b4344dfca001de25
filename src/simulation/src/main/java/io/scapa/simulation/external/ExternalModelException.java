package io.scapa.simulation.external;

/** An external model died, hung or answered nonsense; the message says which, and what it last wrote on stderr. */
public final class ExternalModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened, in one sentence */
    public ExternalModelException(String message) {
        super(message);
    }
}
