package io.scapa.text.io;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How a file of lines is packed: read by its first bytes, written by its suffix. */
public enum Compression {
    /** As it is. */
    NONE,
    /** RFC 1952; the header carries neither time nor name, so the same lines give the same bytes. */
    GZIP,
    /** RFC 8878, level 3, with checksum. */
    ZSTD;

    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP_MAGIC = {0x1F, (byte) 0x8B};
    private static final byte[] ZSTD_MAGIC = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    /** By the suffix of a path: {@code .gz}, {@code .zst}, or none of them. */
    public static Compression ofSuffix(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(".gz") ? GZIP : name.endsWith(".zst") ? ZSTD : NONE;
    }

    /**
     * Opens a file for reading, unpacked. What the first bytes say counts, not the suffix; a packed file of no bytes at all is
     * broken.
     *
     * @throws IOException where it cannot be opened, or starts like a packed file and is none
     */
    public static InputStream open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            if (ofSuffix(path) != NONE && Files.size(path) == 0) {
                throw new EOFException("a packed file of 0 bytes");
            }
            return unpack(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Unpacks a stream that supports mark and reset.
     *
     * @throws IOException where it starts like a packed one but is none
     */
    static InputStream unpack(InputStream in) throws IOException {
        in.mark(ZSTD_MAGIC.length);
        byte[] magic = in.readNBytes(ZSTD_MAGIC.length);
        in.reset();
        if (Arrays.equals(magic, ZSTD_MAGIC)) {
            return new ZstdInputStream(in);
        }
        boolean gzip = magic.length >= 2 && Arrays.equals(Arrays.copyOf(magic, 2), GZIP_MAGIC);
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    /** Packs what is written to the stream. */
    OutputStream pack(OutputStream out) throws IOException {
        return switch (this) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out, BUFFER);
            case ZSTD -> new ZstdOutputStream(out, 3).setChecksum(true);
        };
    }
}
