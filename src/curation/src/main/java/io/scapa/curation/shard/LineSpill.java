package io.scapa.curation.shard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines that arrive in any order, to be read back in the order of the dataset: an external distribution sort. A line goes to
 * the file of its part of the dataset, and its place there is remembered. Where a line arrives twice with different bytes
 * (one document seen twice with other attributes) the smaller one stays, so that the order of arrival does not show.
 */
public final class LineSpill implements AutoCloseable {
    private static final int MAX_PARTS = 256;
    private static final int LINES_PER_PART = 16_000;
    private static final int BUFFER = 1 << 16;

    /** A part that is no larger is read as a whole: its lines lie there in the order of their arrival, not of the dataset. */
    private static final long WHOLE = 1 << 27;

    private final Path folder;
    private final int parts;
    private final long[] offsets;
    private final int[] lengths;
    private final OutputStream[] writers;
    private final long[] written;
    private boolean sealed;

    /**
     * A spill for a known number of lines.
     *
     * @param folder an existing folder that the spill may fill
     * @param lines how many lines there will be
     */
    public LineSpill(Path folder, int lines) throws IOException {
        this.folder = folder;
        this.parts = Math.clamp(lines / LINES_PER_PART + 1, 1, MAX_PARTS);
        this.offsets = new long[lines];
        this.lengths = new int[lines];
        Arrays.fill(offsets, -1);
        this.writers = new OutputStream[parts];
        this.written = new long[parts];
        for (int part = 0; part < parts; part++) {
            writers[part] = new BufferedOutputStream(Files.newOutputStream(file(part)), BUFFER);
        }
    }

    /** Puts a line at its place. */
    public void put(int line, byte[] bytes) throws IOException {
        int part = part(line);
        if (offsets[line] >= 0) {
            writers[part].flush();
            if (Arrays.compareUnsigned(bytes, read(line)) >= 0) {
                return;
            }
        }
        writers[part].write(bytes);
        offsets[line] = written[part];
        lengths[line] = bytes.length;
        written[part] += bytes.length;
    }

    /** Ends writing. */
    public void seal() throws IOException {
        sealed = true;
        for (OutputStream writer : writers) {
            writer.close();
        }
    }

    /** Whether a line arrived. */
    public boolean has(int line) {
        return offsets[line] >= 0;
    }

    /** The length of a line in bytes. */
    public int length(int line) {
        return lengths[line];
    }

    /** A reader of its own; readers of several threads do not disturb each other. */
    public Reader reader() {
        return new Reader();
    }

    private byte[] read(int line) throws IOException {
        try (Reader reader = reader()) {
            return reader.read(line);
        }
    }

    private int part(int line) {
        return (int) ((long) line * parts / offsets.length);
    }

    private Path file(int part) {
        return folder.resolve("spill-" + part);
    }

    /** Deletes the spill's files. */
    @Override
    public void close() throws IOException {
        for (int part = 0; part < parts; part++) {
            writers[part].close();
            Files.deleteIfExists(file(part));
        }
    }

    /** Reads lines back; lines of one part are quickest read one after the other. Memory holds a part, or a line of a large one. */
    public final class Reader implements AutoCloseable {
        private int open = -1;
        private byte @Nullable [] whole;
        private @Nullable FileChannel channel;

        private Reader() {}

        /** The bytes of a line. */
        public byte[] read(int line) throws IOException {
            FileChannel file = channel(part(line));
            byte[] part = whole;
            if (part != null) {
                return Arrays.copyOfRange(part, (int) offsets[line], (int) offsets[line] + lengths[line]);
            }
            ByteBuffer buffer = ByteBuffer.allocate(lengths[line]);
            while (buffer.hasRemaining()) {
                if (file.read(buffer, offsets[line] + buffer.position()) < 0) {
                    throw new IOException("the spill file of line " + line + " is cut short");
                }
            }
            return buffer.array();
        }

        private FileChannel channel(int part) throws IOException {
            FileChannel current = channel;
            if (current != null && open == part) {
                return current;
            }
            close();
            FileChannel opened = FileChannel.open(file(part), StandardOpenOption.READ);
            channel = opened;
            open = part;
            whole = sealed && written[part] <= WHOLE ? Files.readAllBytes(file(part)) : null;
            return opened;
        }

        @Override
        public void close() throws IOException {
            if (channel != null) {
                channel.close();
                channel = null;
            }
        }
    }
}
