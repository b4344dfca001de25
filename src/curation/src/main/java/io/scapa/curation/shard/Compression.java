package io.scapa.curation.shard;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.scapa.curation.recipe.ShardSettings.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compressed streams whose bytes depend on the content alone: no time, no file name, one thread, fixed levels. */
public final class Compression {
    private static final int BUFFER = 1 << 16;
    private static final int ZSTD_LEVEL = 3;

    private Compression() {}

    /** A stream that compresses into another. */
    public static OutputStream compress(Format format, OutputStream out) throws IOException {
        return switch (format) {
            case JSONL_GZ -> new LeveledGzip(out);
            case PARQUET -> throw new IllegalArgumentException("Parquet is no stream of lines");
            case JSONL_ZST -> new ZstdOutputStream(out, ZSTD_LEVEL).setChecksum(true);
        };
    }

    /** A stream that reads a file by the end of its name: {@code .gz}, {@code .zst}, or plain. */
    public static InputStream decompress(String name, InputStream in) throws IOException {
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(in, BUFFER);
        }
        return name.endsWith(".zst") ? new ZstdInputStream(in) : in;
    }

    /** The JDK's gzip writes neither time nor name; the level is fixed here. */
    private static final class LeveledGzip extends GZIPOutputStream {
        LeveledGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.DEFAULT_COMPRESSION);
        }
    }
}
