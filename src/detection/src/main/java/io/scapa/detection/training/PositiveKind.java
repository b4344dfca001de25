package io.scapa.detection.training;

import java.util.Set;

/** How a synthetic text came about; each kind betrays itself in its own way, so that heads are trained on some of them. */
public enum PositiveKind {
    /** A continuation by a model without instruction tuning. */
    BASE,
    /** Written by an instructed model. */
    GENERATED,
    /** Human text that an instructed model worked over. */
    EDITED;

    private static final Set<String> EDITS = Set.of("polish", "rewrite", "expand", "simplify", "fusion");
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

    /** The kind of a synthetic text, by its model and by what was done. */
    public static PositiveKind of(LabelledDocument document) {
        if (BASE_MODELS.contains(document.model())) {
            return BASE;
        }
        return document.attack() != null && EDITS.contains(document.attack()) ? EDITED : GENERATED;
    }
}
