package io.scapa.detection.prevalence;

/** The dimensions asked for tell more groups apart than can be kept. */
public final class TooManyGroupsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyGroupsException(int limit) {
        super("more than " + limit + " groups; tell prevalence apart by fewer dimensions");
    }
}
