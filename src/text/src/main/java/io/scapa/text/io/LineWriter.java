package io.scapa.text.io;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.scapa.text.json.Json;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes lines of UTF-8 to a file, packed as its suffix says. The same lines give the same bytes: the packing carries no
 * time and no name. Not thread-safe.
 */
public final class LineWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final ObjectWriter json = Json.mapper().writer();

    private LineWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Creates the file, or empties it where it exists: {@code .gz} packs with gzip, {@code .zst} with zstd.
     *
     * @throws IOException where it cannot be created
     */
    public static LineWriter open(Path path) throws IOException {
        OutputStream file = Files.newOutputStream(path);
        try {
            return of(file, Compression.ofSuffix(path));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Writes to a stream, which closing the writer closes. */
    public static LineWriter of(OutputStream out, Compression compression) throws IOException {
        return new LineWriter(new BufferedOutputStream(compression.pack(out), BUFFER));
    }

    /**
     * Writes one line.
     *
     * @throws IllegalArgumentException where it holds a line end
     */
    public void write(String line) throws IOException {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line holds no line end");
        }
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /** Writes a value as one line of JSON; unpaired surrogates are kept, as escapes. */
    public void writeJson(Object value) throws IOException {
        write(Surrogates.escaped(json.writeValueAsString(value)));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
