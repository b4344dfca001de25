package io.scapa.text.view;

/**
 * Letters of other scripts that a reader takes for a Latin letter. After Unicode's confusables (UTS 39) and what the attacks
 * on detectors use (Dugan et al., "RAID", 2024; DetectRL, 2024), judged letter by letter in running text. Compatibility
 * forms (full width, mathematical) are not here: NFKC makes them Latin.
 */
final class Homoglyphs {
    private static final int BLOCK = 256;
    private static final char[][] TABLE = table();

    private Homoglyphs() {}

    /** The Latin letter that this one looks like, or 0. */
    static char latinOf(char c) {
        char[] block = TABLE[c / BLOCK];
        return block.length == 0 ? 0 : block[c % BLOCK];
    }

    private static char[][] table() {
        char[][] table = new char[0x10000 / BLOCK][0];
        add(table, 'A', "\u0410\u0391\u13AA\uA4EE");
        add(table, 'B', "\u0412\u0392\u13F4\uA4D0");
        add(table, 'C', "\u0421\u03F9\u2CA4\u13DF\uA4DA");
        add(table, 'D', "\u13A0\uA4D3");
        add(table, 'E', "\u0415\u0395\u13AC\uA4F0\u2D39");
        add(table, 'F', "\u03DC\uA4DD");
        add(table, 'G', "\u050C\u13C0\u13F3\uA4D6");
        add(table, 'H', "\u041D\u0397\u2C8E\u13BB\uA4E7");
        add(table, 'I', "\u0406\u0399\u2C92\uA4F2");
        add(table, 'J', "\u0408\u13AB\uA4D9\u037F");
        add(table, 'K', "\u041A\u039A\u2C94\u13E6\uA4D7");
        add(table, 'L', "\u13DE\uA4E1\u2CD0");
        add(table, 'M', "\u041C\u039C\u2C98\u13B7\uA4DF\u03FA");
        add(table, 'N', "\u039D\u2C9A\uA4E0");
        add(table, 'O', "\u041E\u039F\u2C9E\u0555\uA4F3");
        add(table, 'P', "\u0420\u03A1\u2CA2\u13E2\uA4D1");
        add(table, 'Q', "\u051A\u2D55");
        add(table, 'R', "\u13A1\u13D2\uA4E3");
        add(table, 'S', "\u0405\u054F\u13DA\uA4E2");
        add(table, 'T', "\u0422\u03A4\u2CA6\u13A2\uA4D4");
        add(table, 'U', "\u054D\uA4F4");
        add(table, 'V', "\u0474\u13D9\uA4E6\u2D38");
        add(table, 'W', "\u051C\u13B3\u13D4\uA4EA");
        add(table, 'X', "\u0425\u03A7\u2CAC\uA4EB");
        add(table, 'Y', "\u03A5\u04AE\u2CA8\u13A9\uA4EC");
        add(table, 'Z', "\u0396\u13C3\uA4DC");
        add(table, 'a', "\u0430\u03B1\u0251");
        add(table, 'b', "\u042C\u13CF");
        add(table, 'c', "\u0441\u03F2\u03C2\u2CA5\u1D04\uABAF");
        add(table, 'd', "\u0501");
        add(table, 'e', "\u0435\u04BD");
        add(table, 'f', "\uA799\u1E9D\u03DD");
        add(table, 'g', "\u0261\u0581");
        add(table, 'h', "\u04BB\u0570\u13C2");
        add(table, 'i', "\u0456\u03B9\u0269\u13A5");
        add(table, 'j', "\u0458\u03F3");
        add(table, 'k', "\u043A\u03BA\u2C95\u1D0B");
        add(table, 'l', "\u04CF\u04C0\u01C0");
        add(table, 'm', "\u043C\u1D0D");
        add(table, 'n', "\u0578\u057C\u043F\u03B7");
        add(table, 'o', "\u043E\u03BF\u0585\u2C9F\u10FF\u1D0F\u03C3");
        add(table, 'p', "\u0440\u03C1\u2CA3");
        add(table, 'q', "\u051B\u0563\u0566");
        add(table, 'r', "\u0433\u2C85\u1D26\uAB47\uAB81");
        add(table, 's', "\u0455\uA731\uABAA");
        add(table, 't', "\u0442\u03C4\u1D1B");
        add(table, 'u', "\u057D\u03C5\u1D1C\uAB4E");
        add(table, 'v', "\u0475\u03BD\u1D20");
        add(table, 'w', "\u051D\u0461\u0561\u03C9\u1D21");
        add(table, 'x', "\u0445\u03C7\u2CAD");
        add(table, 'y', "\u0443\u03B3\u04AF\u10E7");
        add(table, 'z', "\u1D22\uAB93");
        return table;
    }

    private static void add(char[][] table, char latin, String lookAlikes) {
        for (char c : lookAlikes.toCharArray()) {
            char[] block = table[c / BLOCK].length == 0 ? new char[BLOCK] : table[c / BLOCK];
            block[c % BLOCK] = latin;
            table[c / BLOCK] = block;
        }
    }
}
