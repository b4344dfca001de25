package io.scapa.detection.watermark;

import io.scapa.detection.watermark.scheme.LmWatermarking;
import io.scapa.detection.watermark.scheme.MarkLlmExp;
import io.scapa.detection.watermark.scheme.MarkLlmKgw;
import io.scapa.detection.watermark.scheme.SynthId;
import io.scapa.detection.watermark.scheme.TextSeal;
import io.scapa.detection.watermark.scheme.ThreeBricks;
import io.scapa.detection.watermark.scheme.TransformersKgw;
import io.scapa.detection.watermark.scheme.Unigram;
import io.scapa.detection.watermark.scheme.VllmGumbel;
import java.util.List;

/** Every scheme that profiles may name. A new one is one class and one line here. */
public final class WatermarkSchemes {
    private static final List<WatermarkScheme> ALL = List.of(
            TransformersKgw.transformers(),
            TransformersKgw.textGenerationInference(),
            new LmWatermarking(),
            VllmGumbel.single(),
            VllmGumbel.dual(),
            SynthId.transformers(),
            SynthId.deepMind(),
            new Unigram(),
            new MarkLlmKgw(),
            new MarkLlmExp(),
            ThreeBricks.maryland(),
            ThreeBricks.openai(),
            new TextSeal());

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
