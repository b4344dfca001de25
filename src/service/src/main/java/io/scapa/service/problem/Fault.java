package io.scapa.service.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input.
 *
 * @param field the field's path, or null where it is the whole
 * @param line line of the body, from 1, or null where that means nothing
 * @param expectation what was expected, or null
 * @param got what stands there, shortened, or null
 */
public record Fault(
        @Nullable String field,
        @Nullable Integer line,
        @Nullable String expectation,
        @Nullable String got) {
    private static final int LONGEST_EXCERPT = 120;

    public Fault {
        if (got != null && got.length() > LONGEST_EXCERPT) {
            int end =
                    Character.isHighSurrogate(got.charAt(LONGEST_EXCERPT - 1)) ? LONGEST_EXCERPT - 1 : LONGEST_EXCERPT;
            got = got.substring(0, end) + "...";
        }
    }

    /** A fault of a field of a body that has no lines. */
    public static Fault of(@Nullable String field, String expectation, @Nullable String got) {
        return new Fault(field, null, expectation, got);
    }

    String words() {
        StringBuilder words = new StringBuilder();
        if (line != null) {
            words.append("line ").append(line).append(": ");
        }
        if (field != null && !field.isEmpty()) {
            words.append(field).append(": ");
        }
        words.append("expected ").append(expectation == null ? "something else" : expectation);
        return got == null
                ? words.toString()
                : words.append(", got ").append(got).toString();
    }
}
