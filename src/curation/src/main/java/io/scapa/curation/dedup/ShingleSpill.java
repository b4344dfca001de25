package io.scapa.curation.dedup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;

/** Shingle sets of the documents that some pair may join, in a file; memory holds 16 bytes a document. */
final class ShingleSpill implements AutoCloseable {
    private static final int ABSENT = -1;

    private final Path file;
    private final OutputStream out;
    private final int[] rows;
    private final long[] offsets;
    private final int[] counts;
    private long written;
    private @org.jspecify.annotations.Nullable FileChannel channel;

    /**
     * A spill.
     *
     * @param wanted the rows that it may hold
     */
    ShingleSpill(BitSet wanted) throws IOException {
        rows = wanted.stream().toArray();
        offsets = new long[rows.length];
        counts = new int[rows.length];
        Arrays.fill(counts, ABSENT);
        file = Files.createTempFile("scapa-shingles", ".spill");
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    void put(int row, long[] shingles) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(shingles.length * Long.BYTES);
        bytes.asLongBuffer().put(shingles);
        out.write(bytes.array());
        int place = Arrays.binarySearch(rows, row);
        offsets[place] = written;
        counts[place] = shingles.length;
        written += bytes.capacity();
    }

    boolean has(int row) {
        int place = Arrays.binarySearch(rows, row);
        return place >= 0 && counts[place] != ABSENT;
    }

    long[] get(int row) throws IOException {
        int place = Arrays.binarySearch(rows, row);
        if (place < 0 || counts[place] == ABSENT) {
            throw new IOException(
                    "the candidates changed between two passes: a document of the first is missing in the second");
        }
        FileChannel open = channel;
        if (open == null) {
            out.close();
            open = FileChannel.open(file, StandardOpenOption.READ);
            channel = open;
        }
        ByteBuffer bytes = ByteBuffer.allocate(counts[place] * Long.BYTES);
        while (bytes.hasRemaining() && open.read(bytes, offsets[place] + bytes.position()) >= 0) {
            continue;
        }
        long[] shingles = new long[counts[place]];
        bytes.flip().asLongBuffer().get(shingles);
        return shingles;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (channel != null) {
            channel.close();
        }
        Files.deleteIfExists(file);
    }
}
