package io.scapa.text.io;

/**
 * How much a reader takes in at once.
 *
 * @param maxLineBytes the longest line that is read, in bytes, 1 or more; a longer one is skipped and reported
 */
public record ReadLimits(int maxLineBytes) {
    /** Lines up to 64 MiB. */
    public static final ReadLimits STANDARD = new ReadLimits(64 << 20);

    public ReadLimits {
        if (maxLineBytes < 1) {
            throw new IllegalArgumentException("a line limit is at least 1 byte, got " + maxLineBytes);
        }
    }
}
