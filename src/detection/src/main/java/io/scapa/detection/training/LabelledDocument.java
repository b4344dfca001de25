package io.scapa.detection.training;

import org.jspecify.annotations.Nullable;

/**
 * A text whose author is known. Only the text ever becomes a feature; the rest decides weights, folds and reports.
 *
 * @param id its id
 * @param text as the corpus has it
 * @param synthetic whether a model wrote it or worked it over
 * @param model the model, {@code human} for human text
 * @param domain what kind of text
 * @param language ISO 639-1 code
 * @param attack what was done to it, or null
 * @param source the corpus that it comes from
 * @param license the corpus's licence
 * @param group what texts of one prompt or of one human original share
 * @param split {@code train}, {@code dev} or {@code test}
 */
public record LabelledDocument(
        String id,
        String text,
        boolean synthetic,
        String model,
        String domain,
        String language,
        @Nullable String attack,
        String source,
        String license,
        String group,
        String split) {

    /** Whether it counts as a negative in evaluations: human, and not attacked. */
    public boolean isCleanHuman() {
        return !synthetic && attack == null;
    }

    /** The cell that caps count: source, model, domain and attack. */
    public String cell() {
        return source + '|' + model + '|' + domain + '|' + attack;
    }
}
