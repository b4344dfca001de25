package io.scapa.curation.filter;

import io.scapa.curation.Candidate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The repetition rules of MassiveText: J. Rae et al., "Scaling language models: Gopher" (2021), arXiv 2112.11446, table A1. Shares
 * of characters are of the characters of all words, spaces left out. What repeats is counted from its second occurrence on, but for the
 * most frequent n-gram, which counts with all of them.
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
        NGramCounts grams = new NGramCounts(page.words());
        double characters = Math.max(1, grams.characters());
        for (int n = 2; n <= 4; n++) {
            if (grams.topCharacters(n) / characters > t.get("maxTop" + n + "Gram")) {
                return new Decision.Drop(NAME + "/top" + n + "Gram");
            }
        }
        for (int n = 5; n <= 10; n++) {
            if (grams.duplicateCharacters(n) / characters > t.get("maxDuplicate" + n + "Grams")) {
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
        return repeated > 0
                && (repeated / (double) parts.size() > t.get(shareName)
                        || repeatedCharacters / (double) characters > t.get(charactersName));
    }
}
