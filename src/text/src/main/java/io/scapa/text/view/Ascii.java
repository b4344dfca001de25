package io.scapa.text.view;

/** The question that lets most English text pass without further work. */
final class Ascii {
    private Ascii() {}

    static boolean isAscii(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
