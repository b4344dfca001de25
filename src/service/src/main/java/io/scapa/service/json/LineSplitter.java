package io.scapa.service.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into lines without ever holding more of one than a limit. */
public final class LineSplitter {
    private static final int BLOCK = 64 * 1024;

    private final InputStream in;
    private final long limit;
    private final byte[] block = new byte[BLOCK];
    private int from;
    private int to;
    private long number;

    /**
     * @param limit the longest line, in bytes without its end
     */
    public LineSplitter(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param bytes without the line's end; null where it was over the limit and passed over
     */
    public record Line(long number, byte @Nullable [] bytes) {}

    /** Whether the next line may have to be waited for. */
    public boolean wouldWait() throws IOException {
        return from == to && in.available() == 0;
    }

    /** The next line, or null after the last. */
    public @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        long length = 0;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = from;
            while (end < to && block[end] != '\n') {
                end++;
            }
            length += end - from;
            if (length <= limit) {
                line.write(block, from, end - from);
            }
            boolean ended = end < to;
            from = ended ? end + 1 : end;
            if (ended) {
                return line(line, length);
            }
        }
        return any ? line(line, length) : null;
    }

    private boolean fill() throws IOException {
        if (from < to) {
            return true;
        }
        from = 0;
        to = in.read(block);
        if (to <= 0) {
            to = 0;
            return false;
        }
        return true;
    }

    private Line line(ByteArrayOutputStream line, long length) {
        return new Line(++number, length > limit ? null : line.toByteArray());
    }
}
