package io.scapa.curation.recipe;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is done about personal data.
 *
 * @param action mask it, or leave the document out
 * @param kinds which kinds
 */
public record PiiSettings(Action action, SortedSet<PiiKind> kinds) {
    /** What is done. */
    public enum Action {
        /** Each finding is replaced by the name of its kind. */
        MASK("mask"),
        /** A document with a finding is left out. */
        DROP("drop");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /** The word in recipes. */
        public String word() {
            return word;
        }
    }

    public PiiSettings {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    }

    /** Every kind. */
    public static SortedSet<PiiKind> allKinds() {
        return new TreeSet<>(List.of(PiiKind.values()));
    }
}
