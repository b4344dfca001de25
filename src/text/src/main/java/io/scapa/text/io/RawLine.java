package io.scapa.text.io;

/** One line as bytes, before anybody looked at what it says. Never blank. */
public sealed interface RawLine {
    /** The line's number in the file, from 1. */
    long number();

    /**
     * A line of UTF-8.
     *
     * @param number the line's number, from 1
     * @param bytes the line without its end; owned by the receiver
     */
    record Utf8(long number, byte[] bytes) implements RawLine {}

    /**
     * A line that is too long, no UTF-8, or cut off by a broken file.
     *
     * @param number the line's number, from 1
     * @param reason what is wrong
     * @param excerpt how the line starts, for a reader
     */
    record Broken(long number, String reason, String excerpt) implements RawLine {}
}
