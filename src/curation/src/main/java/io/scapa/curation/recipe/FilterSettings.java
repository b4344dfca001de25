package io.scapa.curation.recipe;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which documents are left out before anything else.
 *
 * @param minTokens least length in tokens
 * @param maxTokens greatest length in tokens
 * @param languages languages that are taken, ISO 639-1; empty for all
 * @param licenses licences that are taken, as the documents state them; empty for all
 * @param pages page filters by name, with the thresholds that differ from the paper's
 */
public record FilterSettings(
        long minTokens,
        long maxTokens,
        SortedSet<String> languages,
        SortedSet<String> licenses,
        Map<String, Map<String, Double>> pages) {
    public FilterSettings {
        languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
        licenses = Collections.unmodifiableSortedSet(new TreeSet<>(licenses));
        TreeMap<String, Map<String, Double>> copy = new TreeMap<>();
        pages.forEach((name, thresholds) -> copy.put(name, Collections.unmodifiableMap(new TreeMap<>(thresholds))));
        pages = Collections.unmodifiableMap(copy);
    }

    /** Everything is taken. */
    public static FilterSettings none() {
        return new FilterSettings(0, Integer.MAX_VALUE, new TreeSet<>(), new TreeSet<>(), Map.of());
    }
}
