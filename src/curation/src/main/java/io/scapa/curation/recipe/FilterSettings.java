package io.scapa.curation.recipe;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are left out before anything else.
 *
 * @param minTokens least length in tokens
 * @param maxTokens greatest length in tokens
 * @param languages languages that are taken, ISO 639-1; empty for all
 * @param licenses licences that are taken, as the documents state them; empty for all
 * @param pages page filters by name, with the thresholds that differ from the paper's
 * @param pii what is done about personal data, or null for nothing
 * @param decontamination the benchmarks whose texts are kept out, or null
 * @param repeatedParagraphs whether a paragraph that stands in several documents is kept in one of them only
 */
public record FilterSettings(
        long minTokens,
        long maxTokens,
        SortedSet<String> languages,
        SortedSet<String> licenses,
        Map<String, Map<String, Double>> pages,
        @Nullable PiiSettings pii,
        @Nullable DecontaminationSettings decontamination,
        boolean repeatedParagraphs) {
    public FilterSettings {
        languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
        licenses = Collections.unmodifiableSortedSet(new TreeSet<>(licenses));
        TreeMap<String, Map<String, Double>> copy = new TreeMap<>();
        pages.forEach((name, thresholds) -> copy.put(name, Collections.unmodifiableMap(new TreeMap<>(thresholds))));
        pages = Collections.unmodifiableMap(copy);
    }

    /** Filters that leave out whole documents by what they are. */
    public FilterSettings(
            long minTokens,
            long maxTokens,
            SortedSet<String> languages,
            SortedSet<String> licenses,
            Map<String, Map<String, Double>> pages) {
        this(minTokens, maxTokens, languages, licenses, pages, null, null, false);
    }

    /** Whether texts are changed before anything else looks at them. */
    public boolean edits() {
        return repeatedParagraphs || pii != null && pii.action() == PiiSettings.Action.MASK;
    }

    /** Everything is taken. */
    public static FilterSettings none() {
        return new FilterSettings(0, Integer.MAX_VALUE, new TreeSet<>(), new TreeSet<>(), Map.of());
    }
}
