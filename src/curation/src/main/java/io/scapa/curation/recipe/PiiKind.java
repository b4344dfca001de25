package io.scapa.curation.recipe;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Kinds of personal data that a pattern finds. */
public enum PiiKind {
    /** An e-mail address. */
    EMAIL("email"),
    /** A telephone number with its country's code, or in North American form. */
    PHONE("phone"),
    /** A public IPv4 or IPv6 address. */
    IP("ip"),
    /** An international bank account number, its check digits right. */
    IBAN("iban"),
    /** The number of a payment card, its check digit right. */
    CARD("card"),
    /** A social security number of the United States, in its written form. */
    SSN("ssn");

    private final String word;

    PiiKind(String word) {
        this.word = word;
    }

    /** The word in recipes, masks and reasons. */
    public String word() {
        return word;
    }

    /** The kind with a word, or null. */
    public static @Nullable PiiKind of(String word) {
        for (PiiKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }

    static String words() {
        return Arrays.stream(values()).map(PiiKind::word).collect(Collectors.joining(", "));
    }
}
