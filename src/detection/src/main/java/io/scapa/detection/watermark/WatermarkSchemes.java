package io.scapa.detection.watermark;

import io.scapa.detection.watermark.scheme.TransformersKgw;
import java.util.List;

/** Every scheme that profiles may name. A new one is one class and one line here. */
public final class WatermarkSchemes {
    private static final List<WatermarkScheme> ALL = List.of(
            TransformersKgw.transformers(),
            TransformersKgw.textGenerationInference());

    private WatermarkSchemes() {}

    /** All schemes, in a fixed order. */
    public static List<WatermarkScheme> all() {
        return ALL;
    }

    /** Their names, in the same order. */
    public static List<String> names() {
        return ALL.stream().map(WatermarkScheme::name).toList();
    }

    /**
     * The scheme of a name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static WatermarkScheme named(String name) {
        return ALL.stream()
                .filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown watermark scheme '" + name + "', expected one of " + names()));
    }
}
