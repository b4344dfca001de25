package io.scapa.detection.training;

import java.util.Set;

/**
 * What one linear model is trained on.
 *
 * @param name for the card
 * @param baseModels whether continuations by models without instruction tuning count as positives: they teach to know them,
 *     and that human-looking text is synthetic
 * @param cap at most so many synthetic texts of one source, model, domain and attack
 * @param cellExponent p: each such cell's texts are weighted by its size to the power -p, 0 for none
 * @param cost C of the regression
 * @param iterations of L-BFGS
 */
public record HeadOptions(String name, boolean baseModels, int cap, double cellExponent, double cost, int iterations) {
    private static final Set<String> BASE_MODELS = Set.of(
            "gpt2-xl",
            "gpt2_xl",
            "gpt-neo-2.7b",
            "gptneo_2.7b",
            "gpt-j-6b",
            "gptj_6b",
            "gpt-neox-20b",
            "opt-2.7b",
            "opt_2.7b",
            "opt_13b",
            "bloom_7b",
            "bloomz-7b",
            "falcon_7b",
            "llama-7b",
            "llama1_13b",
            "llama2_13b",
            "llama3_8b",
            "gemma_7b",
            "phi2",
            "davinci",
            "text-curie-001",
            "text-babbage-001",
            "flan-t5-xxl",
            "flan-t5-11b");

    public HeadOptions {
        if (cap < 1 || !(cellExponent >= 0) || !(cost > 0) || iterations < 1) {
            throw new IllegalArgumentException("a head needs cap >= 1, exponent >= 0, C > 0 and iterations >= 1, got "
                    + cap + ", " + cellExponent + ", " + cost + ", " + iterations);
        }
    }

    /** Whether a document's model is known to be without instruction tuning. */
    public static boolean isBaseModel(LabelledDocument document) {
        return BASE_MODELS.contains(document.model());
    }
}
