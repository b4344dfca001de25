package io.scapa.detection.evaluation;

import io.scapa.detection.training.LabelledDocument;
import org.jspecify.annotations.Nullable;

/**
 * A labelled text, without its text, with its score.
 *
 * @param id its id
 * @param synthetic its label
 * @param attack what was done to it, or null
 * @param source the corpus
 * @param model the model
 * @param domain the kind of text
 * @param language its language
 * @param split its split
 * @param length in characters
 * @param score higher is more likely synthetic; null where the detector abstained
 */
public record ScoredDocument(
        String id,
        boolean synthetic,
        @Nullable String attack,
        String source,
        String model,
        String domain,
        String language,
        String split,
        int length,
        @Nullable Double score) {
    private static final int[] BOUNDS = {250, 500, 1000, 2000, 4000};

    /** A labelled text with its score. */
    public static ScoredDocument of(LabelledDocument d, @Nullable Double score) {
        return new ScoredDocument(
                d.id(),
                d.synthetic(),
                d.attack(),
                d.source(),
                d.model(),
                d.domain(),
                d.language(),
                d.split(),
                d.text().codePointCount(0, d.text().length()),
                score);
    }

    /** Whether it counts as a negative: human, and not attacked. */
    public boolean isNegative() {
        return !synthetic && attack == null;
    }

    /**
     * Its value of a field to report by.
     *
     * @throws IllegalArgumentException for a field that is not one of source, model, attack, domain, lang, split, label, length
     */
    public String value(String field) {
        return switch (field) {
            case "source" -> source;
            case "model" -> model;
            case "attack" -> attack == null ? "None" : attack;
            case "domain" -> domain;
            case "lang" -> language;
            case "split" -> split;
            case "label" -> synthetic ? "llm" : "human";
            case "length" -> lengthBin();
            default ->
                throw new IllegalArgumentException(
                        "figures are by source, model, attack, domain, lang, split, label or length, got " + field);
        };
    }

    private String lengthBin() {
        for (int bound : BOUNDS) {
            if (length < bound) {
                return "<" + bound + " chars";
            }
        }
        return ">=4000 chars";
    }
}
