package io.scapa.text.view;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * Makes Latin what only looks Latin, where the word or its neighbours show that Latin was meant. Russian and Greek text
 * stays as it is.
 *
 * <ul>
 *   <li>A word with a Latin letter is folded where look-alikes and Latin letters make up all of it, or Latin at least half:
 *       a Russian word with one Latin letter in it stays Russian.
 *   <li>A word of look-alikes only (all Cyrillic "a", say) is folded where the nearest words that decide, on both sides, are
 *       Latin. Greek letters that stand alone are symbols and stay.
 * </ul>
 */
final class HomoglyphFolding {
    private enum Kind {
        LATIN,
        LOOK_ALIKE,
        FOREIGN
    }

    private final String text;
    private char @Nullable [] folded;
    private int pendingFrom = -1;
    private int pendingTo;
    private @Nullable Kind before;

    private HomoglyphFolding(String text) {
        this.text = text;
    }

    static Derivation derive(String text) {
        return hasLookAlike(text) ? new HomoglyphFolding(text).fold() : Derivation.same(text);
    }

    private static boolean hasLookAlike(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > 0x7F && Homoglyphs.latinOf(c) != 0) {
                return true;
            }
        }
        return false;
    }

    private Derivation fold() {
        int length = text.length();
        for (int i = 0; i < length; ) {
            int end = wordEnd(i);
            if (end > i) {
                word(i, end);
                i = end;
            } else {
                i += Character.charCount(text.codePointAt(i));
            }
        }
        settle(null);
        if (folded == null) {
            return Derivation.same(text);
        }
        OffsetMap.Builder offsets = new OffsetMap.Builder();
        offsets.copy(length);
        return new Derivation(new String(folded), offsets.build());
    }

    private void word(int from, int to) {
        Kind kind = kind(from, to);
        if (kind == Kind.LOOK_ALIKE) {
            pendingFrom = pendingFrom < 0 ? from : pendingFrom;
            pendingTo = to;
            return;
        }
        settle(kind);
        before = kind;
        if (kind == Kind.LATIN) {
            replace(from, to);
        }
    }

    private Kind kind(int from, int to) {
        int latin = 0;
        int lookAlike = 0;
        int foreign = 0;
        boolean greek = false;
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!Character.isLetter(c) && Character.getType(c) != Character.LETTER_NUMBER) {
                continue;
            }
            if (c < 0x10000 && Homoglyphs.latinOf((char) c) != 0) {
                lookAlike++;
                greek |= UnicodeScript.of(c) == UnicodeScript.GREEK;
            } else if (isLatin(c)) {
                latin++;
            } else {
                foreign++;
            }
        }
        if (latin > 0) {
            return foreign == 0 || latin >= lookAlike + foreign ? Kind.LATIN : Kind.FOREIGN;
        }
        return foreign > 0 || greek ? Kind.FOREIGN : Kind.LOOK_ALIKE;
    }

    /** Decides the words of look-alikes since the last word that decided; {@code after} is null at the end of the text. */
    private void settle(@Nullable Kind after) {
        boolean latinBeside = before == Kind.LATIN || after == Kind.LATIN;
        boolean foreignBeside = before == Kind.FOREIGN || after == Kind.FOREIGN;
        if (pendingFrom >= 0 && latinBeside && !foreignBeside) {
            replace(pendingFrom, pendingTo);
        }
        pendingFrom = -1;
    }

    private void replace(int from, int to) {
        for (int i = from; i < to; i++) {
            char latin = Homoglyphs.latinOf(text.charAt(i));
            if (latin != 0) {
                folded = folded == null ? text.toCharArray() : folded;
                folded[i] = latin;
            }
        }
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!isWordPart(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isWordPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.LETTER_NUMBER || type == Character.NON_SPACING_MARK;
    }

    private static boolean isLatin(int c) {
        return c < 0x80 || UnicodeScript.of(c) == UnicodeScript.LATIN || (c >= 0x1D400 && c <= 0x1D6A5);
    }
}
