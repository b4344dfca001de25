package io.scapa.text.io;

/** Unpaired surrogates, which JSON can say and UTF-8 cannot. */
final class Surrogates {
    private Surrogates() {}

    /** The JSON text with every unpaired surrogate written as its escape: it can stand inside strings only. */
    static String escaped(String json) {
        int first = firstUnpaired(json, 0);
        if (first < 0) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        int copied = 0;
        for (int at = first; at >= 0; at = firstUnpaired(json, at + 1)) {
            escaped.append(json, copied, at).append("\\u%04x".formatted((int) json.charAt(at)));
            copied = at + 1;
        }
        return escaped.append(json, copied, json.length()).toString();
    }

    private static int firstUnpaired(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                return i;
            }
        }
        return -1;
    }
}
