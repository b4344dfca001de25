package io.scapa.text.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines of UTF-8, in memory bounded by the longest line that the limits allow. Blank lines are passed
 * over but counted. A line that is too long is skipped without being kept; a stream that breaks off (a truncated gzip file)
 * gives the lines before the break, then one broken line. Not thread-safe.
 */
public final class LineReader implements Iterator<RawLine>, AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int EXCERPT = 256;

    private final InputStream in;
    private final int maxLineBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private byte[] line = new byte[1 << 12];
    private int lineLength;
    private long lineBytes;
    private long number;
    private boolean ended;
    private @Nullable RawLine next;

    private LineReader(InputStream in, ReadLimits limits) {
        this.in = in;
        this.maxLineBytes = limits.maxLineBytes();
    }

    /**
     * Opens a file, plain, gzip or zstd. A packed file that breaks off before its first line gives one broken line.
     *
     * @throws IOException where it cannot be opened
     */
    public static LineReader open(Path path, ReadLimits limits) throws IOException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new NoSuchFileException(path.toString(), null, "is no file that can be read");
        }
        try {
            return new LineReader(Compression.open(path), limits);
        } catch (EOFException | ZipException e) {
            return new LineReader(new BrokenStream(e), limits);
        }
    }

    /** A stream that breaks off before its first byte. */
    private static final class BrokenStream extends InputStream {
        private final IOException cause;

        BrokenStream(IOException cause) {
            this.cause = cause;
        }

        @Override
        public int read() throws IOException {
            throw cause;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            throw cause;
        }
    }

    /** Reads a stream, which closing the reader closes. */
    public static LineReader of(InputStream in, ReadLimits limits) {
        return new LineReader(in, limits);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            next = read();
        }
        return next != null;
    }

    @Override
    public RawLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more lines");
        }
        RawLine line = next;
        next = null;
        return Objects.requireNonNull(line);
    }

    @Override
    public void close() throws IOException {
        ended = true;
        in.close();
    }

    /** The next line, or null where it is blank or the stream is at its end. */
    private @Nullable RawLine read() {
        number++;
        lineLength = 0;
        lineBytes = 0;
        try {
            collect();
        } catch (IOException e) {
            ended = true;
            return new RawLine.Broken(number, broken(e), Utf8.excerpt(line, 0, lineLength));
        }
        return lineBytes > maxLineBytes ? tooLong() : whole();
    }

    /** Moves bytes from the buffer to the line up to the next line end. */
    private void collect() throws IOException {
        while (true) {
            if (position == filled && !fill()) {
                ended = true;
                return;
            }
            int end = lineEnd();
            append(end - position);
            position = end;
            if (end < filled) {
                position++;
                return;
            }
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private int lineEnd() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Past the limit only the start is kept, for the excerpt. */
    private void append(int length) {
        lineBytes += length;
        int kept = lineBytes > maxLineBytes ? Math.clamp(EXCERPT - lineLength, 0, length) : length;
        if (lineLength + kept > line.length) {
            line = Arrays.copyOf(line, (int) Math.max(lineLength + kept, Math.min(maxLineBytes, line.length * 2L)));
        }
        System.arraycopy(buffer, position, line, lineLength, kept);
        lineLength += kept;
    }

    private @Nullable RawLine whole() {
        int from = number == 1 && startsWithByteOrderMark() ? 3 : 0;
        if (isBlank(from)) {
            return null;
        }
        int invalid = Utf8.firstInvalid(line, from, lineLength);
        if (invalid >= 0) {
            String reason =
                    "not UTF-8: byte 0x%02X at position %d of the line".formatted(line[invalid] & 0xFF, invalid + 1);
            return new RawLine.Broken(number, reason, Utf8.excerpt(line, from, lineLength));
        }
        RawLine whole = new RawLine.Utf8(number, Arrays.copyOfRange(line, from, lineLength));
        if (line.length > BUFFER * 16) {
            line = new byte[BUFFER];
        }
        return whole;
    }

    private RawLine tooLong() {
        lineLength = Math.min(lineLength, EXCERPT);
        String reason = "longer than the limit of " + maxLineBytes + " bytes: " + lineBytes + " bytes";
        return new RawLine.Broken(number, reason, Utf8.excerpt(line, 0, lineLength) + "...");
    }

    private String broken(IOException e) {
        String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "the file breaks off here (" + cause + "); " + lineBytes + " bytes of this line were read";
    }

    private boolean startsWithByteOrderMark() {
        return lineLength >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
    }

    private boolean isBlank(int from) {
        for (int i = from; i < lineLength; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
