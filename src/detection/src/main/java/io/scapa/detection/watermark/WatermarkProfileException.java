package io.scapa.detection.watermark;

/** A watermark profile that cannot be used: names the field, its value and what was expected; never the key. */
public final class WatermarkProfileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String expectation;

    /**
     * @param profile name of the profile
     * @param field the offending field, such as {@code parameters.gamma}
     * @param got its value, or words that do not reveal it
     * @param expectation what a valid value is
     */
    public WatermarkProfileException(String profile, String field, Object got, String expectation) {
        super("watermark profile '" + profile + "': " + field + " is " + got + ", expected " + expectation);
        this.field = field;
        this.expectation = expectation;
    }

    /** The offending field. */
    public String field() {
        return field;
    }

    /** What a valid value is. */
    public String expectation() {
        return expectation;
    }
}
