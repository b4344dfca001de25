package io.scapa.detection.residue;

import io.scapa.provenance.Evidence;
import io.scapa.provenance.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs that a text was altered, or pasted from where such characters are common: zero-width and tag characters, and Cyrillic
 * or Greek look-alikes inside Latin words. Says that the text was handled, not who wrote it, and so moves no score.
 */
public final class TamperingDetector {
    private static final String VERSION = "1";

    /** What was counted. */
    private static final class Count {
        private int count;
        private int first = -1;
        private int last;

        private void add(int from, int to) {
            count++;
            first = first < 0 ? from : first;
            last = to;
        }
    }

    /** The findings in a text as received. */
    public List<Evidence> find(String original) {
        int at = 0;
        while (at < original.length() && original.charAt(at) < 0x0370) {
            at++;
        }
        return at == original.length() ? List.of() : scan(original, at);
    }

    private static List<Evidence> scan(String text, int start) {
        Count invisible = new Count();
        Count lookAlike = new Count();
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x0370) {
                continue;
            }
            if (isInvisible(text, i, c)) {
                invisible.add(i, i + 1);
            } else if (isForeign(c) && insideLatinWord(text, i)) {
                lookAlike.add(i, i + 1);
            }
        }
        List<Evidence> found = new ArrayList<>(2);
        report(found, "tampering/invisible-characters", invisible);
        report(found, "tampering/look-alike-letters", lookAlike);
        return found;
    }

    private static boolean isInvisible(String text, int i, char c) {
        boolean zeroWidth = c >= 0x200b && c <= 0x200d || c == 0x2060 || c == 0xfeff && i > 0;
        boolean joinsEmojiOrScript = (c == 0x200c || c == 0x200d)
                && i > 0
                && (Character.isSurrogate(text.charAt(i - 1)) || text.charAt(i - 1) > 0x0590);
        boolean tag =
                c == 0xdb40 && i + 1 < text.length() && text.charAt(i + 1) >= 0xdc00 && text.charAt(i + 1) <= 0xdc7f;
        return zeroWidth && !joinsEmojiOrScript || tag;
    }

    private static boolean isForeign(char c) {
        return c >= 0x0370 && c < 0x0530 && Character.isLetter(c);
    }

    private static boolean insideLatinWord(String text, int i) {
        return i > 0 && isLatin(text.charAt(i - 1)) || i + 1 < text.length() && isLatin(text.charAt(i + 1));
    }

    private static boolean isLatin(char c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    }

    private static void report(List<Evidence> found, String name, Count count) {
        if (count.count == 0) {
            return;
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("count", count.count);
        details.put("meaning", "the text was altered or pasted; says nothing of its author");
        found.add(new Evidence(
                name,
                VERSION,
                Evidence.Kind.TAMPERING,
                (double) count.count,
                null,
                null,
                new Span(count.first, count.last),
                details));
    }
}
