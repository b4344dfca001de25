package io.scapa.detection.watermark;

/** A public watermarking scheme: how a profile's key and parameters become scores. One class each, immutable. */
public interface WatermarkScheme {
    /** The name that profiles use, such as {@code transformers-kgw}. */
    String name();

    /** One line on whose it is. */
    String description();

    /**
     * Reads the profile's key and parameters; cheap.
     *
     * @throws WatermarkProfileException where one is out of place
     */
    void check(WatermarkProfile profile);

    /** Makes a profile ready; may draw large tables. The profile has been checked. */
    PreparedWatermark prepare(WatermarkProfile profile);
}
