package io.scapa.detection.corpora;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated rows as RFC 4180 and pandas write them: quoted fields hold commas, doubled quotes and line ends. */
final class CsvReader implements AutoCloseable {
    private static final int LONGEST_FIELD = 64 << 20;

    private final Path file;
    private final BufferedReader in;
    private long line = 1;
    private long start = 1;

    CsvReader(Path file) throws IOException {
        this.file = file;
        this.in = Rows.open(file);
    }

    /** The line at which the last row starts. */
    long line() {
        return start;
    }

    /** The next row, or null at the end. */
    @Nullable
    List<String> next() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        start = line;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (true) {
            if (c == '"' && field.isEmpty()) {
                c = quoted(field);
            } else if (c == ',') {
                fields.add(take(field));
                c = in.read();
            } else if (c == '\n' || c < 0) {
                line++;
                fields.add(take(field));
                return fields;
            } else {
                append(field, c);
                c = in.read();
            }
        }
    }

    /** Reads up to the closing quote; gives the character after it. */
    private int quoted(StringBuilder field) throws IOException {
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw Rows.at(file, start, "a quoted field is not closed");
            }
            if (c == '"') {
                int after = in.read();
                if (after != '"') {
                    return after;
                }
            }
            line += c == '\n' ? 1 : 0;
            append(field, c);
        }
    }

    private void append(StringBuilder field, int c) {
        if (field.length() == LONGEST_FIELD) {
            throw Rows.at(file, start, "a field is longer than " + LONGEST_FIELD + " characters");
        }
        field.append((char) c);
    }

    private static String take(StringBuilder field) {
        int length = field.length();
        if (length > 0 && field.charAt(length - 1) == '\r') {
            field.setLength(length - 1);
        }
        String value = field.toString();
        field.setLength(0);
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
