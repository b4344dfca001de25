package io.scapa.detection.classifier;

/** A bundle cannot be read: not one, of another version, or damaged. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BundleException(String message) {
        super(message);
    }
}
