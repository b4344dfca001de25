package io.scapa.detection.training;

import io.scapa.detection.features.Hashing;

/** Folds of whole prompts: texts that share a prompt or a human original fall into one. Sources are in every fold. */
final class PromptFolds {
    /** How many folds. */
    static final int COUNT = 4;

    private static final long KEY = 77;

    private PromptFolds() {}

    /** The fold of a document, by a keyed hash of its group. */
    static int of(LabelledDocument document) {
        return (int) Math.floorMod(Hashing.mix(Hashing.of(document.group()) ^ KEY), (long) COUNT);
    }
}
