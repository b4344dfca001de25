package io.scapa.text.token.hf;

import io.scapa.text.token.hf.PreTokenizer.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of the stretches that a pattern matches. */
enum SplitBehaviour {
    REMOVED,
    ISOLATED,
    MERGED_WITH_PREVIOUS,
    MERGED_WITH_NEXT,
    CONTIGUOUS;

    private record Stretch(int from, int to, boolean match) {}

    /** The behaviour of a name such as {@code MergedWithNext}. */
    static SplitBehaviour named(String name) {
        String constant = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        for (SplitBehaviour behaviour : values()) {
            if (behaviour.name().equals(constant)) {
                return behaviour;
            }
        }
        throw TokenizerFileException.unsupported(
                "split behaviour", name, List.of(values()).toString());
    }

    /** Cuts by a regular expression. */
    PreTokenizer on(Pattern pattern, boolean invert) {
        return word -> {
            List<Stretch> stretches = new ArrayList<>();
            Matcher matches = pattern.matcher(word.text());
            int end = 0;
            while (matches.find()) {
                if (matches.end() == matches.start()) {
                    continue;
                }
                if (matches.start() > end) {
                    stretches.add(new Stretch(end, matches.start(), invert));
                }
                stretches.add(new Stretch(matches.start(), matches.end(), !invert));
                end = matches.end();
            }
            if (end < word.text().length()) {
                stretches.add(new Stretch(end, word.text().length(), invert));
            }
            return words(word, arranged(stretches));
        };
    }

    /** Cuts at every character of a kind. */
    PreTokenizer on(IntPredicate kind) {
        return word -> {
            List<Stretch> stretches = new ArrayList<>();
            int start = 0;
            String text = word.text();
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                int next = i + Character.charCount(c);
                if (kind.test(c)) {
                    if (i > start) {
                        stretches.add(new Stretch(start, i, false));
                    }
                    stretches.add(new Stretch(i, next, true));
                    start = next;
                }
                i = next;
            }
            if (start < text.length()) {
                stretches.add(new Stretch(start, text.length(), false));
            }
            return words(word, arranged(stretches));
        };
    }

    private List<Stretch> arranged(List<Stretch> stretches) {
        return switch (this) {
            case REMOVED ->
                stretches.stream().filter(stretch -> !stretch.match()).toList();
            case ISOLATED -> stretches;
            case MERGED_WITH_PREVIOUS -> mergedWithPrevious(stretches);
            case MERGED_WITH_NEXT -> mergedWithNext(stretches);
            case CONTIGUOUS -> contiguous(stretches);
        };
    }

    private static List<Stretch> mergedWithPrevious(List<Stretch> stretches) {
        List<Stretch> merged = new ArrayList<>();
        boolean after = false;
        for (Stretch stretch : stretches) {
            if (stretch.match() && !after && !merged.isEmpty()) {
                Stretch last = merged.remove(merged.size() - 1);
                merged.add(new Stretch(last.from(), stretch.to(), true));
            } else {
                merged.add(stretch);
            }
            after = stretch.match();
        }
        return merged;
    }

    private static List<Stretch> mergedWithNext(List<Stretch> stretches) {
        List<Stretch> merged = new ArrayList<>();
        boolean before = false;
        for (int i = stretches.size() - 1; i >= 0; i--) {
            Stretch stretch = stretches.get(i);
            if (stretch.match() && !before && !merged.isEmpty()) {
                Stretch last = merged.remove(merged.size() - 1);
                merged.add(new Stretch(stretch.from(), last.to(), true));
            } else {
                merged.add(stretch);
            }
            before = stretch.match();
        }
        Collections.reverse(merged);
        return merged;
    }

    private static List<Stretch> contiguous(List<Stretch> stretches) {
        List<Stretch> merged = new ArrayList<>();
        boolean previous = false;
        for (Stretch stretch : stretches) {
            if (stretch.match() == previous && !merged.isEmpty()) {
                Stretch last = merged.remove(merged.size() - 1);
                merged.add(new Stretch(last.from(), stretch.to(), stretch.match()));
            } else {
                merged.add(stretch);
            }
            previous = stretch.match();
        }
        return merged;
    }

    private static List<Word> words(Word word, List<Stretch> stretches) {
        List<Word> words = new ArrayList<>(stretches.size());
        for (Stretch stretch : stretches) {
            words.add(
                    new Word(word.text().substring(stretch.from(), stretch.to()), word.first() && stretch.from() == 0));
        }
        return words;
    }
}
