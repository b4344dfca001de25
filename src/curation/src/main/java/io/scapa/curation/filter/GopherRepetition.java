package io.scapa.curation.filter;

import io.scapa.curation.Candidate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The repetition rules of MassiveText: J. Rae et al., "Scaling language models: Gopher" (2021), arXiv 2112.11446, table A1. Shares
 * of characters are of the characters of all words, spaces left out.
 */
public final class GopherRepetition implements PageFilter {
    /** The name in recipes. */
    public static final String NAME = "gopherRepetition";

    private static final double[] TOP = {0.20, 0.18, 0.16};
    private static final double[] DUPLICATE = {0.15, 0.14, 0.13, 0.12, 0.11, 0.10};

    private final Map<String, Double> t;

    public GopherRepetition(Map<String, Double> thresholds) {
        this.t = Map.copyOf(thresholds);
    }

    /** The paper's thresholds. */
    public static Map<String, Double> defaults() {
        Map<String, Double> t = new LinkedHashMap<>();
        t.put("maxDuplicateLines", 0.30);
        t.put("maxDuplicateParagraphs", 0.30);
        t.put("maxDuplicateLineCharacters", 0.20);
        t.put("maxDuplicateParagraphCharacters", 0.20);
        for (int n = 2; n <= 4; n++) {
            t.put("maxTop" + n + "Gram", TOP[n - 2]);
        }
        for (int n = 5; n <= 10; n++) {
            t.put("maxDuplicate" + n + "Grams", DUPLICATE[n - 5]);
        }
        return t;
    }

    @Override
    public Decision decide(Candidate candidate, PageText page) {
        if (exceeds(page.lines(), "maxDuplicateLines", "maxDuplicateLineCharacters")) {
            return new Decision.Drop(NAME + "/lines");
        }
        if (exceeds(page.paragraphs(), "maxDuplicateParagraphs", "maxDuplicateParagraphCharacters")) {
            return new Decision.Drop(NAME + "/paragraphs");
        }
        int characters = page.words().stream().mapToInt(String::length).sum();
        for (int n = 2; n <= 4; n++) {
            if (topShare(page.words(), n, characters) > t.get("maxTop" + n + "Gram")) {
                return new Decision.Drop(NAME + "/top" + n + "Gram");
            }
        }
        for (int n = 5; n <= 10; n++) {
            if (duplicateShare(page.words(), n, characters) > t.get("maxDuplicate" + n + "Grams")) {
                return new Decision.Drop(NAME + "/duplicate" + n + "Grams");
            }
        }
        return Decision.KEEP;
    }

    private boolean exceeds(List<String> parts, String shareName, String charactersName) {
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        int repeatedCharacters = 0;
        int characters = 0;
        for (String part : parts) {
            characters += part.length();
            if (!seen.add(part)) {
                repeated++;
                repeatedCharacters += part.length();
            }
        }
        return repeated > t.get(shareName) * parts.size() || repeatedCharacters > t.get(charactersName) * characters;
    }

    /** Share of the characters in the n-gram that covers most of them by its occurrences. */
    static double topShare(List<String> words, int n, int characters) {
        Map<List<String>, Integer> counts = new HashMap<>();
        int best = 0;
        for (int i = 0; i + n <= words.size(); i++) {
            List<String> gram = words.subList(i, i + n);
            int count = counts.merge(gram, 1, Integer::sum);
            if (count > 1) {
                best = Math.max(
                        best, count * gram.stream().mapToInt(String::length).sum());
            }
        }
        return characters == 0 ? 0 : (double) best / characters;
    }

    /** Share of the characters that lie in an n-gram that occurred before, each character once. */
    static double duplicateShare(List<String> words, int n, int characters) {
        Set<List<String>> seen = new HashSet<>();
        int covered = 0;
        int coveredUntil = 0;
        for (int i = 0; i + n <= words.size(); i++) {
            if (!seen.add(words.subList(i, i + n))) {
                for (int w = Math.max(i, coveredUntil); w < i + n; w++) {
                    covered += words.get(w).length();
                }
                coveredUntil = i + n;
            }
        }
        return characters == 0 ? 0 : (double) covered / characters;
    }
}
