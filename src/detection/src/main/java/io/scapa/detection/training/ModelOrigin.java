package io.scapa.detection.training;

import io.scapa.detection.evaluation.ModelFamily;
import java.util.regex.Pattern;

/** What attribution tells apart: the family of a model and whether it is of 2024 or later. */
final class ModelOrigin {
    /** Models without instruction tuning read alike, whoever made them. */
    static final String BASE = "base-lm";

    private static final Pattern NEWER = Pattern.compile(
            "gpt-4-turbo.*|gpt-4o.*|gpt-4[.]1.*|gpt-5.*|o[134](-.*)?|claude-(3|opus|sonnet|haiku).*"
                    + "|llama-?3.*|qwen[12].*|gemini.*|gemma.*|mixtral-8x22b.*|deepseek-(v|r).*|dbrx.*|internlm2.*|yi-1.*|phi-[34].*");

    private ModelOrigin() {}

    /** The family of a synthetic text's model. */
    static String family(LabelledDocument document) {
        if (PositiveKind.of(document) == PositiveKind.BASE) {
            return BASE;
        }
        String family = ModelFamily.of(document.model());
        return switch (family) {
            case "gpt-3" -> "gpt";
            case "gemma" -> "gemini";
            default -> family;
        };
    }

    /** Whether its model was published in 2024 or later. */
    static boolean isNewer(LabelledDocument document) {
        return NEWER.matcher(document.model().toLowerCase(java.util.Locale.ROOT))
                .matches();
    }
}
