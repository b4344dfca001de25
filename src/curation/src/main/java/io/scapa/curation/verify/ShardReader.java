package io.scapa.curation.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.shard.Compression;
import io.scapa.curation.shard.ParquetRows;
import io.scapa.text.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the lines of one shard; memory holds one line. */
public final class ShardReader {
    private ShardReader() {}

    /** Takes each line with its number, from 1. */
    @FunctionalInterface
    public interface LineSink {
        /** Takes a line. */
        void line(long number, JsonNode json);
    }

    /**
     * Reads a shard.
     *
     * @throws IOException where it is cut short, not compressed as its name says, or a line is no JSON object; the message
     *     names the line
     */
    public static void read(Path file, LineSink sink) throws IOException {
        if (file.getFileName().toString().endsWith(".parquet")) {
            rows(file, sink);
            return;
        }
        long number = 0;
        try (InputStream in = new BufferedInputStream(
                Compression.decompress(file.getFileName().toString(), Files.newInputStream(file)), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    sink.line(++number, parse(line, number));
                    line.reset();
                } else {
                    line.write(b);
                }
            }
            if (line.size() > 0) {
                throw new IOException("the last line has no end");
            }
        } catch (IOException e) {
            throw new IOException("after line " + number + ": " + e.getMessage(), e);
        }
    }

    private static void rows(Path file, LineSink sink) throws IOException {
        long number = 0;
        try (ParquetRows rows = ParquetRows.open(file, "id", "text")) {
            for (JsonNode row = rows.next(); row != null; row = rows.next()) {
                sink.line(++number, row);
            }
        } catch (IOException e) {
            throw new IOException("after line " + number + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(ByteArrayOutputStream line, long number) throws IOException {
        try {
            JsonNode json = Json.mapper().readTree(line.toByteArray());
            if (json == null || !json.isObject()) {
                throw new IOException("line " + number + " is no JSON object");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IOException("line " + number + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
