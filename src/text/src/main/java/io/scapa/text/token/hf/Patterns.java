package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads patterns: literal strings, or regular expressions in Oniguruma's syntax as far as published tokenizers use it. */
final class Patterns {
    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE;
    private static final Pattern SCRIPT = Pattern.compile(
            "\\\\([pP])\\{(\\^?)(Han|Hiragana|Katakana|Latin|Cyrillic|Greek|Arabic|Hebrew|Hangul|Thai|Devanagari)\\}");

    private Patterns() {}

    static Pattern read(JsonNode node) {
        if (node.has("String")) {
            return Pattern.compile(Pattern.quote(node.get("String").asText()));
        }
        if (node.has("Regex")) {
            return regex(node.get("Regex").asText());
        }
        throw new TokenizerFileException("tokenizer.json: a pattern is a String or a Regex, got " + node);
    }

    /** A regular expression; scripts are spelt as Java spells them, brackets inside classes are escaped. */
    static Pattern regex(String onig) {
        try {
            return Pattern.compile(escapeClasses(SCRIPT.matcher(onig).replaceAll("\\\\$1{Is$3}")), FLAGS);
        } catch (PatternSyntaxException e) {
            throw new TokenizerFileException(
                    "tokenizer.json: the pattern " + onig + " cannot be read: " + e.getDescription());
        }
    }

    private static String escapeClasses(String regex) {
        StringBuilder escaped = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                escaped.append(c).append(regex.charAt(++i));
            } else if (inside && (c == '[' || c == '&')) {
                escaped.append('\\').append(c);
            } else {
                inside = c == '[' || inside && c != ']';
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
