package io.scapa.curation.dedup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Pairs, added in any order and read back ascending, each once. Memory holds a fixed number of them: when they are more, sorted runs go
 * to a temporary file and are merged while they are read (external merge sort).
 */
final class PairSpill implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 24;
    private static final int BUFFER = 1 << 16;

    private final int capacity;
    private final List<Run> runs = new ArrayList<>();
    private long[] pairs;
    private int count;
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    /** A run in the file: bytes from one offset to another. */
    private record Run(long from, long until) {}

    /** Takes a pair. */
    @FunctionalInterface
    interface Sink {
        void pair(long pair) throws IOException;
    }

    PairSpill() {
        this(IN_MEMORY);
    }

    /**
     * A spill with another limit.
     *
     * @param capacity how many pairs memory may hold, 2 or more
     */
    PairSpill(int capacity) {
        this.capacity = capacity;
        this.pairs = new long[Math.min(capacity, 1024)];
    }

    /** Adds a pair; it is 0 or more. */
    void add(long pair) throws IOException {
        if (count == pairs.length) {
            makeRoom();
        }
        pairs[count++] = pair;
    }

    /** Most pairs show in several bands: dropping repetitions may be all the room that is needed. */
    private void makeRoom() throws IOException {
        sortDistinct();
        if (count > pairs.length / 2) {
            if (pairs.length < capacity) {
                pairs = Arrays.copyOf(pairs, Math.min(capacity, pairs.length * 2));
            } else {
                write();
            }
        }
    }

    private void sortDistinct() {
        Arrays.sort(pairs, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || pairs[i] != pairs[kept - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        count = kept;
    }

    private void write() throws IOException {
        FileChannel to = open();
        long from = to.size();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        for (int at = 0; at < count; ) {
            int some = Math.min(BUFFER / Long.BYTES, count - at);
            buffer.clear().asLongBuffer().put(pairs, at, some);
            buffer.limit(some * Long.BYTES);
            for (long place = from + (long) at * Long.BYTES; buffer.hasRemaining(); ) {
                place += to.write(buffer, place);
            }
            at += some;
        }
        runs.add(new Run(from, from + (long) count * Long.BYTES));
        count = 0;
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path fresh = Files.createTempFile("scapa-pairs", ".spill");
            file = fresh;
            open = FileChannel.open(fresh, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    /** Reads all pairs, ascending; may be called again, and nothing is added after the first call. */
    void read(Sink sink) throws IOException {
        sortDistinct();
        PriorityQueue<Reader> heads = new PriorityQueue<>(Comparator.comparingLong(reader -> reader.head));
        for (Run run : runs) {
            heads.add(new FileReader(open(), run));
        }
        if (count > 0) {
            heads.add(new MemoryReader());
        }
        long last = -1;
        for (Reader least = heads.poll(); least != null; least = heads.poll()) {
            if (least.head != last) {
                last = least.head;
                sink.pair(last);
            }
            if (least.advance()) {
                heads.add(least);
            }
        }
    }

    /** One run while it is merged. */
    private abstract static class Reader {
        long head;

        abstract boolean advance() throws IOException;
    }

    private final class MemoryReader extends Reader {
        private int at;

        private MemoryReader() {
            head = pairs[0];
        }

        @Override
        boolean advance() {
            if (++at == count) {
                return false;
            }
            head = pairs[at];
            return true;
        }
    }

    private static final class FileReader extends Reader {
        private final FileChannel from;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
        private final Run run;
        private long at;

        private FileReader(FileChannel from, Run run) throws IOException {
            this.from = from;
            this.run = run;
            this.at = run.from;
            advance();
        }

        @Override
        boolean advance() throws IOException {
            if (!buffer.hasRemaining()) {
                if (at == run.until) {
                    return false;
                }
                buffer.clear().limit((int) Math.min(BUFFER, run.until - at));
                while (buffer.hasRemaining()) {
                    if (from.read(buffer, at + buffer.position()) < 0) {
                        throw new IOException("the temporary file of pairs is cut short");
                    }
                }
                at += buffer.flip().limit();
            }
            head = buffer.getLong();
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
