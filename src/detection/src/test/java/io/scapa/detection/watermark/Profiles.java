package io.scapa.detection.watermark;

import java.util.Map;

/** Profiles for tests, over the GPT-2 vocabulary. */
public final class Profiles {
    /** Width of GPT-2's logits. */
    public static final int VOCABULARY = 50_257;

    private Profiles() {}

    /** A profile of a scheme. */
    public static WatermarkProfile of(String scheme, String key, Map<String, Object> parameters) {
        return of(scheme, key, parameters, VOCABULARY);
    }

    /** A profile of a scheme over another vocabulary. */
    public static WatermarkProfile of(String scheme, String key, Map<String, Object> parameters, int vocabulary) {
        return WatermarkProfile.of(
                "test-" + scheme, scheme, WatermarkKey.parse(key), parameters, "r50k_base", vocabulary, Device.CPU);
    }

    /** Made ready. */
    public static PreparedWatermark prepared(String scheme, String key, Map<String, Object> parameters) {
        return new WatermarkDetector(of(scheme, key, parameters), WatermarkOptions.STANDARD).prepared();
    }
}
