package io.scapa.text.token.hf;

import java.util.ArrayList;
import java.util.List;

/** One step that cuts text into words, and may rewrite them. Immutable. */
@FunctionalInterface
interface PreTokenizer {
    /** A word; {@code first} where it begins the text as received. */
    record Word(String text, boolean first) {}

    /** Leaves words whole. */
    PreTokenizer NONE = List::of;

    /** The pieces of a word, none of them empty. */
    List<Word> cut(Word word);

    /** This step, then another on every piece. */
    default PreTokenizer then(PreTokenizer next) {
        return word -> {
            List<Word> pieces = new ArrayList<>();
            for (Word piece : cut(word)) {
                pieces.addAll(next.cut(piece));
            }
            return pieces;
        };
    }
}
