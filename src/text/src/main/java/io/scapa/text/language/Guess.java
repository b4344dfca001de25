package io.scapa.text.language;

import org.jspecify.annotations.Nullable;

/**
 * Which language a text seems to be in.
 *
 * @param code ISO 639-1 code, or null where the text is too short, no prose, or between languages
 * @param confidence how sure, in [0, 1]; of the best candidate where the code is null
 */
public record Guess(@Nullable String code, double confidence) {
    public Guess {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies in [0, 1], got " + confidence);
        }
    }

    /** No language, with what confidence the best candidate had. */
    static Guess none(double confidence) {
        return new Guess(null, confidence);
    }
}
