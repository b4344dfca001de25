package io.scapa.cli.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of cells in columns as wide as their widest cell; the first column is aligned left, the others right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... heads) {
        rows.add(List.of(heads));
    }

    TextTable row(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException(
                    "a row of " + rows.getFirst().size() + " cells is expected, got " + cells);
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    @Override
    public String toString() {
        List<Integer> widths =
                new ArrayList<>(Collections.nCopies(rows.getFirst().size(), 0));
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(widths.get(i) - row.get(i).length());
                text.append(i == 0 ? "  " + row.get(i) + padding : "  " + padding + row.get(i));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
