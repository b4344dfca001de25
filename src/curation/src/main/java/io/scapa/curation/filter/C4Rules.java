package io.scapa.curation.filter;

import io.scapa.curation.Candidate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page rules of C4: C. Raffel et al., "Exploring the limits of transfer learning with a unified text-to-text transformer"
 * (2020), arXiv 1910.10683, section 2.2. C4 removes lines; a filter here never edits a text, so a page is judged by the
 * lines that C4 would have kept: those that end in a terminal punctuation mark, have enough words and mention neither Javascript nor
 * the site's policies.
 */
public final class C4Rules implements PageFilter {
    /** The name in recipes. */
    public static final String NAME = "c4";

    private static final List<String> POLICIES =
            List.of("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies");

    private final Map<String, Double> t;

    public C4Rules(Map<String, Double> thresholds) {
        this.t = Map.copyOf(thresholds);
    }

    /** The paper's thresholds. */
    public static Map<String, Double> defaults() {
        Map<String, Double> t = new LinkedHashMap<>();
        t.put("minSentences", 3.0);
        t.put("minWordsPerLine", 5.0);
        return t;
    }

    @Override
    public Decision decide(Candidate candidate, PageText page) {
        if (page.text().indexOf('{') >= 0) {
            return new Decision.Drop(NAME + "/curlyBracket");
        }
        if (indexOfIgnoringCase(page.text(), "lorem ipsum") >= 0) {
            return new Decision.Drop(NAME + "/loremIpsum");
        }
        int sentences = page.lines().stream()
                .filter(this::retained)
                .mapToInt(C4Rules::sentences)
                .sum();
        return sentences < t.get("minSentences") ? new Decision.Drop(NAME + "/sentences") : Decision.KEEP;
    }

    private boolean retained(String line) {
        return endsSentence(line.charAt(line.length() - 1))
                && words(line) >= t.get("minWordsPerLine")
                && indexOfIgnoringCase(line, "javascript") < 0
                && POLICIES.stream().noneMatch(notice -> indexOfIgnoringCase(line, notice) >= 0);
    }

    private static int words(String line) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < line.length(); i++) {
            boolean space = isSpace(line.charAt(i));
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Where a text of lower-case ASCII letters and spaces first stands in another, whatever the case there; -1 where it does not. */
    private static int indexOfIgnoringCase(String text, String wanted) {
        char lower = wanted.charAt(0);
        char upper = Character.toUpperCase(lower);
        for (int i = 0; i + wanted.length() <= text.length(); i++) {
            char c = text.charAt(i);
            if ((c == lower || c == upper) && text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return i;
            }
        }
        return -1;
    }

    /** Runs of terminal marks that end a word: closing quotation marks alone end none. */
    private static int sentences(String line) {
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            boolean mark = ".!?".indexOf(line.charAt(i)) >= 0;
            boolean last = i + 1 == line.length()
                    || Character.isWhitespace(line.charAt(i + 1))
                    || "\"”’)".indexOf(line.charAt(i + 1)) >= 0;
            count += mark && last ? 1 : 0;
        }
        return Math.max(1, count);
    }

    private static boolean endsSentence(char c) {
        return ".!?\"”".indexOf(c) >= 0;
    }
}
