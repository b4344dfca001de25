package io.scapa.cli.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.LineWriter;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of lines that hold no document: the first few are shown, all are counted, and each is written aside with its
 * reason where a file is given. With {@code strict} the first one ends the job.
 */
public final class RejectedLines implements AutoCloseable {
    private static final int SHOWN = 10;

    private final Terminal terminal;
    private final boolean strict;
    private final @Nullable Path aside;
    private @Nullable LineWriter writer;
    private long count;

    /**
     * Nothing rejected yet.
     *
     * @param aside where they are written; made when the first one comes
     */
    public RejectedLines(Terminal terminal, boolean strict, @Nullable Path aside) {
        this.terminal = terminal;
        this.strict = strict;
        this.aside = aside;
    }

    /**
     * Takes a line.
     *
     * @throws InputException that names it, in strict mode
     */
    public void reject(Path file, DocumentLine.Bad line) throws IOException {
        String words = line.field() == null || line.reason().startsWith(line.field())
                ? line.reason()
                : line.field() + ": " + line.reason();
        if (strict) {
            throw InputException.at(file, line.number(), words);
        }
        count++;
        if (count <= SHOWN) {
            terminal.warn(file + ":" + line.number() + ": " + words);
        } else if (count == SHOWN + 1) {
            terminal.warn("further bad lines are counted and not shown");
        }
        if (aside != null) {
            write(aside, file, line);
        }
    }

    private void write(Path to, Path file, DocumentLine.Bad line) throws IOException {
        if (writer == null) {
            writer = LineWriter.open(to);
        }
        ObjectNode json =
                Json.mapper().createObjectNode().put("file", file.toString()).put("line", line.number());
        if (line.field() != null) {
            json.put("field", line.field());
        }
        writer.writeJson(json.put("reason", line.reason()).put("excerpt", line.excerpt()));
    }

    /** How many lines were rejected. */
    public long count() {
        return count;
    }

    /** Says how many there were, and where they are. */
    public void report() {
        if (count > 0) {
            terminal.warn("%,d line%s held no document%s"
                    .formatted(count, count == 1 ? "" : "s", aside == null ? "" : "; with the reasons in " + aside));
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
