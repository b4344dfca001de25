package io.scapa.detection.prevalence;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What prevalence can be told apart by. */
public enum Dimension {
    /** The corpus or site. */
    SOURCE("source") {
        @Override
        @Nullable
        String of(Document document, Assessment assessment) {
            return document.source();
        }
    },
    /** Month of publication, else of the fetch, in UTC, such as {@code 2024-03}. */
    MONTH("month") {
        @Override
        @Nullable
        String of(Document document, Assessment assessment) {
            Instant date = document.publishedAt() != null ? document.publishedAt() : document.crawledAt();
            return date == null
                    ? null
                    : YearMonth.from(date.atOffset(ZoneOffset.UTC)).toString();
        }
    },
    /** As declared, else as the assessment found it. */
    LANGUAGE("lang") {
        @Override
        @Nullable
        String of(Document document, Assessment assessment) {
            return document.language() != null ? document.language() : assessment.language();
        }
    };

    /** Stands for documents that do not say. */
    public static final String UNKNOWN = "(unknown)";

    private final String word;

    Dimension(String word) {
        this.word = word;
    }

    /** Its name on the command line and in answers. */
    public String word() {
        return word;
    }

    /** The document's place in this dimension, {@link #UNKNOWN} where it does not say. */
    public String valueOf(Document document, Assessment assessment) {
        String value = of(document, assessment);
        return value == null || value.isBlank() ? UNKNOWN : value;
    }

    abstract @Nullable String of(Document document, Assessment assessment);

    /**
     * Reads {@code source,month,lang}.
     *
     * @throws IllegalArgumentException that names the word that is none of these, or is there twice
     */
    public static List<Dimension> parse(String words) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String word : words.split(",", -1)) {
            Dimension dimension = named(word.strip().toLowerCase(Locale.ROOT));
            if (dimensions.contains(dimension)) {
                throw new IllegalArgumentException(
                        "prevalence is told apart by " + dimension.word + " once, got " + words);
            }
            dimensions.add(dimension);
        }
        return List.copyOf(dimensions);
    }

    private static Dimension named(String word) {
        for (Dimension dimension : values()) {
            if (dimension.word.equals(word)
                    || dimension.name().toLowerCase(Locale.ROOT).equals(word)) {
                return dimension;
            }
        }
        throw new IllegalArgumentException("prevalence is told apart by source, month or lang, got '" + word + "'");
    }
}
