package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code normalizer} part: every type that the library has. */
final class Normalizers {
    private static final String KNOWN =
            "Sequence, NFC, NFD, NFKC, NFKD, Lowercase, Strip, StripAccents, Replace, Prepend, Nmt, "
                    + "Precompiled, BertNormalizer, ByteLevel";

    private Normalizers() {}

    static TextNormalizer read(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return TextNormalizer.NONE;
        }
        String type = node.path("type").asText();
        return switch (type) {
            case "Sequence" -> sequence(node.path("normalizers"));
            case "NFC" -> form(Normalizer.Form.NFC);
            case "NFD" -> form(Normalizer.Form.NFD);
            case "NFKC" -> form(Normalizer.Form.NFKC);
            case "NFKD" -> form(Normalizer.Form.NFKD);
            case "Lowercase" -> Normalizers::lowerCase;
            case "Strip" ->
                strip(
                        node.path("strip_left").asBoolean(true),
                        node.path("strip_right").asBoolean(true));
            case "StripAccents" -> text -> keep(text, c -> !isMark(c));
            case "Replace" ->
                replace(
                        Patterns.read(node.path("pattern")),
                        node.path("content").asText());
            case "Prepend" -> prepend(node.path("prepend").asText());
            case "Nmt" -> Normalizers::nmt;
            case "Precompiled" ->
                CharsMap.read(node.path("precompiled_charsmap").asText());
            case "BertNormalizer" -> bert(node);
            case "ByteLevel" -> ByteAlphabet::encode;
            default -> throw TokenizerFileException.unsupported("normalizer", type, KNOWN);
        };
    }

    private static TextNormalizer sequence(JsonNode parts) {
        TextNormalizer all = TextNormalizer.NONE;
        for (JsonNode part : parts) {
            all = all.then(read(part));
        }
        return all;
    }

    private static TextNormalizer form(Normalizer.Form form) {
        return text -> Normalizer.normalize(text, form);
    }

    /** Code point by code point: no rule of context, such as that of the final sigma. */
    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().forEach(c -> lower.append(Character.toString(c).toLowerCase(java.util.Locale.ROOT)));
        return lower.toString();
    }

    private static TextNormalizer strip(boolean left, boolean right) {
        return text -> {
            int from = 0;
            int to = text.length();
            while (left && from < to && CharKinds.isSpace(text.codePointAt(from))) {
                from += Character.charCount(text.codePointAt(from));
            }
            while (right && to > from && CharKinds.isSpace(text.codePointBefore(to))) {
                to -= Character.charCount(text.codePointBefore(to));
            }
            return text.substring(from, to);
        };
    }

    private static TextNormalizer replace(Pattern pattern, String content) {
        String replacement = Matcher.quoteReplacement(content);
        return text -> pattern.matcher(text).replaceAll(replacement);
    }

    private static TextNormalizer prepend(String prefix) {
        return text -> text.isEmpty() ? text : prefix + text;
    }

    private static String keep(String text, IntPredicate wanted) {
        return text.codePoints()
                .filter(wanted)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String map(String text, IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** SentencePiece's rules for machine translation: drop control characters, make odd spaces plain. */
    private static String nmt(String text) {
        String kept = keep(
                text,
                c -> !(c >= 0x1 && c <= 0x8
                        || c == 0xB
                        || c >= 0xE && c <= 0x1F
                        || c == 0x7F
                        || c == 0x8F
                        || c == 0x9F));
        return map(kept, c -> switch (c) {
            case 0x9, 0xA, 0xC, 0xD, 0x1680, 0x2028, 0x2029, 0x2581, 0xFEFF, 0xFFFD -> ' ';
            default -> c >= 0x200B && c <= 0x200F ? ' ' : c;
        });
    }

    private static TextNormalizer bert(JsonNode node) {
        boolean lower = node.path("lowercase").asBoolean(true);
        boolean accents = node.path("strip_accents").isBoolean()
                ? node.path("strip_accents").asBoolean()
                : lower;
        TextNormalizer all = TextNormalizer.NONE;
        if (node.path("clean_text").asBoolean(true)) {
            all = all.then(Normalizers::clean);
        }
        if (node.path("handle_chinese_chars").asBoolean(true)) {
            all = all.then(Normalizers::spaceOutIdeographs);
        }
        if (accents) {
            all = all.then(form(Normalizer.Form.NFD))
                    .then(text -> keep(text, c -> Character.getType(c) != Character.NON_SPACING_MARK));
        }
        return lower ? all.then(Normalizers::lowerCase) : all;
    }

    private static String clean(String text) {
        String kept = keep(text, c -> c != 0 && c != 0xFFFD && !CharKinds.isControl(c));
        return map(kept, c -> CharKinds.isSpace(c) ? ' ' : c);
    }

    private static String spaceOutIdeographs(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (CharKinds.isIdeograph(c)) {
                spaced.append(' ').appendCodePoint(c).append(' ');
            } else {
                spaced.appendCodePoint(c);
            }
        });
        return spaced.toString();
    }
}
