package io.scapa.provenance;

/**
 * A stretch of the original text, in UTF-16 code units.
 *
 * @param from first unit, 0 or more
 * @param to one past the last unit, at least {@code from}
 */
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a span needs 0 <= from <= to, got [" + from + ", " + to + ")");
        }
    }

    /** Its length in UTF-16 code units. */
    public int length() {
        return to - from;
    }
}
