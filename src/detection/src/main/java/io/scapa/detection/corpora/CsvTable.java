package io.scapa.detection.corpora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A CSV file with a head. */
final class CsvTable implements AutoCloseable {
    private final Path file;
    private final CsvReader rows;
    private final List<String> head;
    private List<String> row = List.of();

    CsvTable(Path file) throws IOException {
        this.file = file;
        this.rows = new CsvReader(file);
        List<String> first = rows.next();
        this.head = first == null ? List.of() : List.copyOf(first);
    }

    /** Whether a file's head has all of some columns. */
    static boolean hasColumns(Path file, List<String> columns) throws IOException {
        if (!Rows.ends(file, ".csv")) {
            return false;
        }
        try (CsvTable table = new CsvTable(file)) {
            return table.head.containsAll(columns);
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    /** Checks that columns are there. */
    void require(List<String> columns) {
        for (String column : columns) {
            if (!head.contains(column)) {
                throw Rows.at(file, 1, "a column " + column + " is expected, got " + head);
            }
        }
    }

    /** Goes on to the next row. */
    boolean next() throws IOException {
        List<String> read = rows.next();
        while (read != null && read.size() == 1 && read.getFirst().isEmpty()) {
            read = rows.next();
        }
        if (read != null && read.size() != head.size()) {
            throw Rows.at(file, rows.line(), head.size() + " fields are expected, got " + read.size());
        }
        row = read == null ? List.of() : read;
        return read != null;
    }

    /** The row's value in a column; empty where there is no such column. */
    String get(String column) {
        int at = head.indexOf(column);
        return at < 0 ? "" : row.get(at);
    }

    /** A value that must be there. */
    String required(String column) {
        String value = get(column);
        if (value.isEmpty()) {
            throw Rows.at(file, line(), "a value of " + column + " is expected");
        }
        return value;
    }

    long line() {
        return rows.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
