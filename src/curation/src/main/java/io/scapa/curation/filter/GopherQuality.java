package io.scapa.curation.filter;

import io.scapa.curation.Candidate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The quality rules of MassiveText: J. Rae et al., "Scaling language models: Gopher" (2021), arXiv 2112.11446, appendix A1.1. */
public final class GopherQuality implements PageFilter {
    /** The name in recipes. */
    public static final String NAME = "gopherQuality";

    private static final Set<String> STOP_WORDS = Set.of("the", "be", "to", "of", "and", "that", "have", "with");
    private static final int LONGEST_STOP_WORD = 4;
    private static final List<String> BULLETS = List.of("•", "‣", "▪", "◦", "●", "- ", "* ", "– ");

    private final Map<String, Double> t;

    public GopherQuality(Map<String, Double> thresholds) {
        this.t = Map.copyOf(thresholds);
    }

    /** The paper's thresholds. */
    public static Map<String, Double> defaults() {
        Map<String, Double> t = new LinkedHashMap<>();
        t.put("minWords", 50.0);
        t.put("maxWords", 100_000.0);
        t.put("minMeanWordLength", 3.0);
        t.put("maxMeanWordLength", 10.0);
        t.put("maxSymbolToWordRatio", 0.1);
        t.put("maxBulletLines", 0.9);
        t.put("maxEllipsisLines", 0.3);
        t.put("minAlphabeticWords", 0.8);
        t.put("minStopWords", 2.0);
        return t;
    }

    @Override
    public Decision decide(Candidate candidate, PageText page) {
        int words = page.words().size();
        if (words < t.get("minWords") || words > t.get("maxWords")) {
            return new Decision.Drop(NAME + "/words");
        }
        if (words == 0) {
            return new Decision.Drop(NAME + "/words");
        }
        double length = codePoints(page.words()) / (double) words;
        if (length < t.get("minMeanWordLength") || length > t.get("maxMeanWordLength")) {
            return new Decision.Drop(NAME + "/meanWordLength");
        }
        double symbols = Math.max(count(page.text(), "#"), ellipses(page.text()));
        if (symbols / words > t.get("maxSymbolToWordRatio")) {
            return new Decision.Drop(NAME + "/symbols");
        }
        if (shareOfLines(page, GopherQuality::isBullet) > t.get("maxBulletLines")) {
            return new Decision.Drop(NAME + "/bullets");
        }
        if (shareOfLines(page, line -> line.endsWith("...") || line.endsWith("…")) > t.get("maxEllipsisLines")) {
            return new Decision.Drop(NAME + "/ellipses");
        }
        if (alphabetic(page.words()) / (double) words < t.get("minAlphabeticWords")) {
            return new Decision.Drop(NAME + "/alphabetic");
        }
        return stopWords(page) < t.get("minStopWords") ? new Decision.Drop(NAME + "/stopWords") : Decision.KEEP;
    }

    private static double shareOfLines(PageText page, Predicate<String> kind) {
        return page.lines().stream().filter(kind).count()
                / (double) page.lines().size();
    }

    private static long codePoints(List<String> words) {
        long sum = 0;
        for (String word : words) {
            sum += word.codePointCount(0, word.length());
        }
        return sum;
    }

    /** How many words hold a letter. */
    private static int alphabetic(List<String> words) {
        int count = 0;
        for (String word : words) {
            count += hasLetter(word) ? 1 : 0;
        }
        return count;
    }

    private static boolean hasLetter(String word) {
        for (int i = 0; i < word.length(); ) {
            int point = word.codePointAt(i);
            if (Character.isAlphabetic(point)) {
                return true;
            }
            i += Character.charCount(point);
        }
        return false;
    }

    /** How many different stop words occur: the paper asks for "at least two of the following". */
    private int stopWords(PageText page) {
        Set<String> found = new HashSet<>();
        for (String word : page.words()) {
            if (found.size() < STOP_WORDS.size()) {
                String bare = bare(word);
                if (bare.length() <= LONGEST_STOP_WORD && STOP_WORDS.contains(bare)) {
                    found.add(bare);
                }
            }
        }
        return found.size();
    }

    /** A word in lower case without what is neither letter nor digit of ASCII around it; empty where it cannot be a stop word. */
    private static String bare(String word) {
        int from = 0;
        int until = word.length();
        while (from < until && !isAlphanumeric(word.charAt(from))) {
            from++;
        }
        while (until > from && !isAlphanumeric(word.charAt(until - 1))) {
            until--;
        }
        return until - from > LONGEST_STOP_WORD
                ? ""
                : word.substring(from, until).toLowerCase(Locale.ROOT);
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean isBullet(String line) {
        return BULLETS.stream().anyMatch(line::startsWith);
    }

    private static int ellipses(String text) {
        return count(text, "...") + count(text, "…");
    }

    private static int count(String text, String symbol) {
        int count = 0;
        for (int at = text.indexOf(symbol); at >= 0; at = text.indexOf(symbol, at + symbol.length())) {
            count++;
        }
        return count;
    }
}
