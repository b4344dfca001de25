package io.scapa.curation.filter;

import io.scapa.curation.Candidate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The heuristic rules of FineWeb: G. Penedo et al., "The FineWeb datasets: decanting the web for the finest text data at scale"
 * (2024), arXiv 2406.17557, section 3.5.
 */
public final class FineWebRules implements PageFilter {
    /** The name in recipes. */
    public static final String NAME = "fineweb";

    private final Map<String, Double> t;

    public FineWebRules(Map<String, Double> thresholds) {
        this.t = Map.copyOf(thresholds);
    }

    /** The paper's thresholds. */
    public static Map<String, Double> defaults() {
        Map<String, Double> t = new LinkedHashMap<>();
        t.put("maxUnpunctuated", 0.12);
        t.put("minDuplicateLineCharacters", 0.1);
        t.put("shortLine", 30.0);
        t.put("minShortLines", 0.67);
        return t;
    }

    /** The paper drops a page whose share of punctuated lines is at most 0.12, of repeated characters at least 0.1, of short lines 0.67. */
    @Override
    public Decision decide(Candidate candidate, PageText page) {
        double lines = page.lines().size();
        if (lines == 0) {
            return new Decision.Drop(NAME + "/empty");
        }
        long punctuated =
                page.lines().stream().filter(FineWebRules::endsInPunctuation).count();
        if (punctuated / lines <= t.get("maxUnpunctuated")) {
            return new Decision.Drop(NAME + "/punctuation");
        }
        Set<String> seen = new HashSet<>();
        double characters = page.lines().stream().mapToInt(String::length).sum();
        int repeated = page.lines().stream()
                .filter(line -> !seen.add(line))
                .mapToInt(String::length)
                .sum();
        if (repeated / characters >= t.get("minDuplicateLineCharacters")) {
            return new Decision.Drop(NAME + "/duplicateLines");
        }
        long shortLines = page.lines().stream()
                .filter(line -> line.length() < t.get("shortLine"))
                .count();
        return shortLines / lines >= t.get("minShortLines") ? new Decision.Drop(NAME + "/shortLines") : Decision.KEEP;
    }

    private static boolean endsInPunctuation(String line) {
        return switch (Character.getType(line.codePointBefore(line.length()))) {
            case Character.OTHER_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }
}
