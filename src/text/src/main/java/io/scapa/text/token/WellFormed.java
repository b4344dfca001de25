package io.scapa.text.token;

/** Text that UTF-8 can say: encodings count bytes. */
final class WellFormed {
    private WellFormed() {}

    /** The text with each unpaired surrogate as U+FFFD, as tiktoken has it; itself where there is none. */
    static String of(String text) {
        int first = firstUnpaired(text);
        if (first == text.length()) {
            return text;
        }
        char[] units = text.toCharArray();
        for (int i = first; i < units.length; i++) {
            boolean pair = i + 1 < units.length && Character.isSurrogatePair(units[i], units[i + 1]);
            if (pair) {
                i++;
            } else if (Character.isSurrogate(units[i])) {
                units[i] = '\uFFFD';
            }
        }
        return new String(units);
    }

    private static int firstUnpaired(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                continue;
            }
            if (i + 1 == length || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                return i;
            }
            i++;
        }
        return length;
    }
}
