package io.scapa.detection.attack;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Changes to single words. */
final class Words {
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("ization", "isation"),
            Map.entry("isation", "ization"),
            Map.entry("izing", "ising"),
            Map.entry("ising", "izing"),
            Map.entry("ized", "ised"),
            Map.entry("ised", "ized"),
            Map.entry("ize", "ise"),
            Map.entry("yse", "yze"),
            Map.entry("yze", "yse"));
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("color", "colour"),
            Map.entry("colour", "color"),
            Map.entry("colors", "colours"),
            Map.entry("colours", "colors"),
            Map.entry("favor", "favour"),
            Map.entry("favour", "favor"),
            Map.entry("favorite", "favourite"),
            Map.entry("favourite", "favorite"),
            Map.entry("behavior", "behaviour"),
            Map.entry("behaviour", "behavior"),
            Map.entry("labor", "labour"),
            Map.entry("labour", "labor"),
            Map.entry("honor", "honour"),
            Map.entry("honour", "honor"),
            Map.entry("flavor", "flavour"),
            Map.entry("flavour", "flavor"),
            Map.entry("neighbor", "neighbour"),
            Map.entry("neighbour", "neighbor"),
            Map.entry("center", "centre"),
            Map.entry("centre", "center"),
            Map.entry("theater", "theatre"),
            Map.entry("theatre", "theater"),
            Map.entry("gray", "grey"),
            Map.entry("grey", "gray"),
            Map.entry("traveled", "travelled"),
            Map.entry("travelled", "traveled"),
            Map.entry("defense", "defence"),
            Map.entry("defence", "defense"),
            Map.entry("program", "programme"),
            Map.entry("programme", "program"),
            Map.entry("modeling", "modelling"),
            Map.entry("modelling", "modeling"),
            Map.entry("toward", "towards"),
            Map.entry("towards", "toward"),
            Map.entry("among", "amongst"),
            Map.entry("while", "whilst"));

    private Words() {}

    /** The text with every run of letters put through a function; a word made empty takes its following space along. */
    static String replace(String text, UnaryOperator<String> change) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            int to = i;
            while (to < text.length() && Character.isLetter(text.charAt(to))) {
                to++;
            }
            if (to == i) {
                out.append(text.charAt(i++));
                continue;
            }
            String changed = change.apply(text.substring(i, to));
            out.append(changed);
            i = changed.isEmpty() && to < text.length() && text.charAt(to) == ' ' ? to + 1 : to;
        }
        return out.toString();
    }

    /** One slip of the keyboard: two letters swapped, one left out, doubled or replaced. */
    static String misspell(String word, RandomGenerator random) {
        StringBuilder out = new StringBuilder(word);
        int at = 1 + random.nextInt(word.length() - 2);
        switch (random.nextInt(4)) {
            case 0 -> {
                char c = out.charAt(at);
                out.setCharAt(at, out.charAt(at + 1));
                out.setCharAt(at + 1, c);
            }
            case 1 -> out.deleteCharAt(at);
            case 2 -> out.insert(at, out.charAt(at));
            default -> out.setCharAt(at, (char) ('a' + random.nextInt(26)));
        }
        return out.toString();
    }

    static boolean isArticle(String word) {
        return word.equalsIgnoreCase("the") || word.equalsIgnoreCase("a") || word.equalsIgnoreCase("an");
    }

    static String alternativeSpelling(String word) {
        String other = SPELLINGS.get(word);
        if (other != null) {
            return other;
        }
        for (int size = 7; size >= 3; size--) {
            if (word.length() > size + 2) {
                String ending = ENDINGS.get(word.substring(word.length() - size));
                if (ending != null) {
                    return word.substring(0, word.length() - size) + ending;
                }
            }
        }
        return word;
    }
}
