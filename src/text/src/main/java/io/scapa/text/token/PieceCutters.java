package io.scapa.text.token;

/**
 * The published pre-tokenizer patterns, by hand: a regular expression spends most of the time of encoding. White space is
 * Unicode's White_Space, letters are category L, numbers category N.
 */
final class PieceCutters {
    private static final byte LETTER = 1;
    private static final byte NUMBER = 2;
    private static final byte SPACE = 3;
    private static final byte LINE_END = 4;
    private static final byte OTHER = 5;
    private static final byte[] ASCII = ascii();
    private static final int DIGITS = 3;

    private PieceCutters() {}

    /** GPT-2: {@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}. */
    static PieceCutter gpt2() {
        return PieceCutters::gpt2End;
    }

    /**
     * GPT-4: {@code (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|}
     * {@code \s+(?!\S)|\s+}.
     */
    static PieceCutter gpt4() {
        return PieceCutters::gpt4End;
    }

    private static int gpt2End(String text, int from) {
        char c = text.charAt(from);
        int contraction = c == '\'' ? contraction(text, from, false) : from;
        if (contraction > from) {
            return contraction;
        }
        int start = c == ' ' && from + 1 < text.length() ? from + 1 : from;
        byte kind = kind(text, start);
        if (kind == SPACE || kind == LINE_END) {
            return spaceEnd(text, from);
        }
        return runEnd(text, start, kind);
    }

    private static int gpt4End(String text, int from) {
        byte kind = kind(text, from);
        if (kind == LETTER) {
            return runEnd(text, from, LETTER);
        }
        if (kind == NUMBER) {
            return digitsEnd(text, from);
        }
        int next = from + width(text, from);
        byte following = next < text.length() ? kind(text, next) : 0;
        if (text.charAt(from) == '\'') {
            int contraction = contraction(text, from, true);
            if (contraction > from) {
                return contraction;
            }
        }
        if (following == LETTER && kind != LINE_END) {
            return runEnd(text, next, LETTER);
        }
        if (kind == OTHER || (following == OTHER && text.charAt(from) == ' ')) {
            return lineEndsEnd(text, runEnd(text, kind == OTHER ? from : next, OTHER));
        }
        int lineEnd = lastLineEnd(text, from);
        return lineEnd > from ? lineEnd : spaceEnd(text, from);
    }

    private static int runEnd(String text, int from, byte kind) {
        int length = text.length();
        int end = from;
        while (end < length) {
            char c = text.charAt(end);
            if (c < 0x80 ? ASCII[c] != kind : kind(text.codePointAt(end)) != kind) {
                return end;
            }
            end += c < 0x80 ? 1 : width(text, end);
        }
        return end;
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        for (int i = 0; i < DIGITS && end < text.length() && kind(text, end) == NUMBER; i++) {
            end += width(text, end);
        }
        return end;
    }

    private static int lineEndsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) == '\r' || text.charAt(end) == '\n')) {
            end++;
        }
        return end;
    }

    /** One past the last line end of the white space at {@code from}, or {@code from}. */
    private static int lastLineEnd(String text, int from) {
        int last = from;
        for (int i = from; i < text.length() && isSpace(text, i); i++) {
            last = text.charAt(i) == '\r' || text.charAt(i) == '\n' ? i + 1 : last;
        }
        return last;
    }

    /** All of the white space at {@code from} where the text ends with it, else all but its last character. */
    private static int spaceEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isSpace(text, end)) {
            end++;
        }
        return end == text.length() || end == from + 1 ? end : end - 1;
    }

    private static int contraction(String text, int from, boolean anyCase) {
        int left = text.length() - from;
        char first = left > 1 ? letter(text.charAt(from + 1), anyCase) : 0;
        char second = left > 2 ? letter(text.charAt(from + 2), anyCase) : 0;
        if (first == 's' || first == 't' || first == 'm' || first == 'd') {
            return from + 2;
        }
        boolean two = (first == 'r' || first == 'v') && second == 'e' || first == 'l' && second == 'l';
        return two ? from + 3 : from;
    }

    /** In any case the long s counts as an s, as Unicode's case folding has it. */
    private static char letter(char c, boolean anyCase) {
        return !anyCase ? c : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '\u017F' ? 's' : c;
    }

    private static boolean isSpace(String text, int at) {
        byte kind = kind(text, at);
        return kind == SPACE || kind == LINE_END;
    }

    private static int width(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at)) ? Character.charCount(text.codePointAt(at)) : 1;
    }

    private static byte kind(String text, int at) {
        char c = text.charAt(at);
        return c < 0x80 ? ASCII[c] : kind(text.codePointAt(at));
    }

    private static byte kind(int c) {
        switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER:
                return LETTER;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER:
                return NUMBER;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR:
                return SPACE;
            default:
                return c == '\r' || c == '\n' ? LINE_END : (c >= 9 && c <= 13) || c == 0x85 ? SPACE : OTHER;
        }
    }

    private static byte[] ascii() {
        byte[] kinds = new byte[0x80];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = kind(c);
        }
        return kinds;
    }
}
