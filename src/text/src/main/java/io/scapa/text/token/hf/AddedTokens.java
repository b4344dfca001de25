package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tokens added beside the model's vocabulary that are found in text before it is cut. Special ones are not: what looks like
 * one is ordinary text.
 */
final class AddedTokens {
    /** A stretch of text, or an added token. */
    record Part(String text, @Nullable Integer id, boolean first) {}

    private record Added(int id, boolean single, boolean left, boolean right) {}

    private final Map<String, Added> tokens = new HashMap<>();
    private final @Nullable Pattern pattern;

    /** The added tokens that are matched in normalised text, or those in the text as it came. */
    AddedTokens(JsonNode list, boolean normalized, UnaryOperator<String> normalizer) {
        for (JsonNode token : list) {
            boolean matches = token.path("normalized").asBoolean(true) == normalized;
            if (matches
                    && !token.path("special").asBoolean(false)
                    && !token.path("content").asText().isEmpty()) {
                String content = token.path("content").asText();
                tokens.put(
                        normalized ? normalizer.apply(content) : content,
                        new Added(
                                token.path("id").asInt(),
                                        token.path("single_word").asBoolean(false),
                                token.path("lstrip").asBoolean(false),
                                        token.path("rstrip").asBoolean(false)));
            }
        }
        List<String> longestFirst = new ArrayList<>(tokens.keySet());
        longestFirst.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        this.pattern = tokens.isEmpty()
                ? null
                : Pattern.compile(longestFirst.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** Cuts the added tokens out of a text. */
    List<Part> split(String text, boolean first) {
        Pattern known = pattern;
        if (known == null) {
            return text.isEmpty() ? List.of() : List.of(new Part(text, null, first));
        }
        List<Part> parts = new ArrayList<>();
        Matcher matcher = known.matcher(text);
        int end = 0;
        while (matcher.find()) {
            Added added = tokens.get(matcher.group());
            if (added == null || added.single() && !standsAlone(text, matcher.start(), matcher.end())) {
                continue;
            }
            int from = added.left() ? spacesBefore(text, matcher.start(), end) : matcher.start();
            int to = added.right() ? spacesAfter(text, matcher.end()) : matcher.end();
            if (from > end) {
                parts.add(new Part(text.substring(end, from), null, first && end == 0));
            }
            parts.add(new Part(text.substring(from, to), added.id(), first && from == 0));
            end = to;
            matcher.region(Math.max(end, matcher.end()), text.length());
        }
        if (end < text.length()) {
            parts.add(new Part(text.substring(end), null, first && end == 0));
        }
        return parts;
    }

    private static boolean standsAlone(String text, int from, int to) {
        return !(from > 0 && isWord(text.codePointBefore(from)))
                && !(to < text.length() && isWord(text.codePointAt(to)));
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static int spacesBefore(String text, int from, int least) {
        int start = from;
        while (start > least && CharKinds.isSpace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int spacesAfter(String text, int to) {
        int end = to;
        while (end < text.length() && CharKinds.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
