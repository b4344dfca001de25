package io.scapa.curation.dedup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Shingle sets of the documents that some pair may join, in a file; memory holds their places. */
final class ShingleSpill implements AutoCloseable {
    private final Path file;
    private final OutputStream out;
    private final Map<Integer, Place> places = new HashMap<>();
    private long written;
    private @org.jspecify.annotations.Nullable FileChannel channel;

    private record Place(long offset, int count) {}

    ShingleSpill() throws IOException {
        file = Files.createTempFile("scapa-shingles", ".spill");
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    void put(int row, long[] shingles) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(shingles.length * Long.BYTES);
        bytes.asLongBuffer().put(shingles);
        out.write(bytes.array());
        places.put(row, new Place(written, shingles.length));
        written += bytes.capacity();
    }

    boolean has(int row) {
        return places.containsKey(row);
    }

    long[] get(int row) throws IOException {
        Place place = places.get(row);
        if (place == null) {
            throw new IOException(
                    "the candidates changed between two passes: a document of the first is missing in the second");
        }
        FileChannel open = channel;
        if (open == null) {
            out.close();
            open = FileChannel.open(file, StandardOpenOption.READ);
            channel = open;
        }
        ByteBuffer bytes = ByteBuffer.allocate(place.count * Long.BYTES);
        while (bytes.hasRemaining() && open.read(bytes, place.offset + bytes.position()) >= 0) {
            continue;
        }
        long[] shingles = new long[place.count];
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
