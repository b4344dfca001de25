package io.scapa.detection.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which family a model's name tells of: models that share a maker and a training tradition. */
public final class ModelFamily {
    /** Of names that tell no family. */
    public static final String UNKNOWN = "unknown";

    private static final List<Map.Entry<String, Pattern>> FAMILIES = List.of(
            family("open-base", "gpt2.*|gpt-?neo.*|gpt-?j.*|opt[-_].*|bloom(_|-7b).*|falcon.*"),
            family("gpt-3", "(text-)?(davinci|curie|babbage|ada).*"),
            family("gpt", "gpt.*|chatgpt.*|o[134](-.*)?"),
            family("claude", "claude.*"),
            family("gemini", "palm.*|bard.*|gemini.*"),
            family("gemma", "gemma.*"),
            family("llama", "llama.*|vicuna.*|alpaca.*"),
            family("mistral", "mistral.*|mixtral.*|zephyr.*"),
            family("qwen", "qwen.*"),
            family("deepseek", "deepseek.*"),
            family("flan-t5", "flan.*|t5.*"),
            family("phi", "phi.*"),
            family("cohere", "cohere.*|command.*"),
            family("mpt", "mpt.*"));

    private ModelFamily() {}

    private static Map.Entry<String, Pattern> family(String name, String models) {
        return Map.entry(name, Pattern.compile(models));
    }

    /** The family of a model, by its name. */
    public static String of(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return FAMILIES.stream()
                .filter(f -> f.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
