package io.scapa.cli.evaluate;

import io.scapa.cli.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who judges the texts. */
enum EvaluationMode {
    /** The model that is shipped or named. */
    MODEL("the model %s"),
    /** For each group of sources a model trained on the others. */
    LEAVE_GROUP_OUT("each group of sources by a model trained on the others"),
    /** For each family of generators a model that saw none of its texts. */
    LEAVE_FAMILY_OUT("each family of generators, with all held-out human texts, by a model that saw none of its texts");

    private final String words;

    EvaluationMode(String words) {
        this.words = words;
    }

    static EvaluationMode named(String name) {
        List<String> names = Arrays.stream(values()).map(EvaluationMode::label).toList();
        return Arrays.stream(values())
                .filter(m -> m.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("--mode: one of " + names + " is expected, got " + name));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode in words, for titles. */
    String title(String release) {
        return words.formatted(release);
    }
}
