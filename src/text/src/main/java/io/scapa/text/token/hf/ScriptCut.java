package io.scapa.text.token.hf;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts where the script changes, as SentencePiece does: kana count as Han; spaces and
 * characters that are not assigned belong to whatever stands before them.
 * What precedes the first character with a script is dropped, as in the library.
 */
final class ScriptCut implements PreTokenizer {
    private static final int PROLONGED_SOUND = 0x30FC;

    @Override
    public List<Word> cut(Word word) {
        String text = word.text();
        List<Word> words = new ArrayList<>();
        UnicodeScript last = null;
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            UnicodeScript script = script(c);
            if (script != null && script != last) {
                if (start >= 0) {
                    words.add(new Word(text.substring(start, i), word.first() && start == 0));
                }
                start = i;
                last = script;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            words.add(new Word(text.substring(start), word.first() && start == 0));
        }
        return words;
    }

    private static @Nullable UnicodeScript script(int c) {
        if (c == ' ') {
            return null;
        }
        UnicodeScript script = c == PROLONGED_SOUND ? UnicodeScript.HAN : UnicodeScript.of(c);
        return switch (script) {
            case UNKNOWN -> null;
            case HIRAGANA, KATAKANA -> UnicodeScript.HAN;
            default -> script;
        };
    }
}
