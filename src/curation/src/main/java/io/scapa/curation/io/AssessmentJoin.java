package io.scapa.curation.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.scapa.curation.parallel.InOrder;
import io.scapa.provenance.Assessment;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.BadDocumentException;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds assessments by document while reading their files once. Files in the order of the documents need no memory; what
 * comes before its document is kept until it is asked for.
 */
final class AssessmentJoin implements AutoCloseable {
    private static final int MOST_LINES = 64;
    private static final long MOST_BYTES = 1 << 20;

    private final Iterator<Path> files;
    private final LineFaults faults;
    private final ObjectReader trees = Json.mapper().readerFor(JsonNode.class);
    private final Map<AssessedFacts.Key, AssessedFacts> waiting = new HashMap<>();
    private final InOrder<Batch, List<Read>> read;
    private List<Read> batch = List.of();
    private int at;
    private @Nullable Path file;
    private @Nullable LineReader reader;

    AssessmentJoin(List<Path> files, int threads, LineFaults faults) {
        this.files = files.iterator();
        this.faults = faults;
        this.read = new InOrder<>(threads, this::lines, this::parse);
    }

    private record Batch(Path file, List<RawLine> lines) {}

    /** What one line says. */
    private sealed interface Read {}

    private record Known(AssessedFacts.Key key, AssessedFacts facts) implements Read {}

    private record Fault(
            Path file, long line, String reason, @Nullable String field, String excerpt) implements Read {}

    /** The assessment of a document, or null where the files hold none. It is given out once. */
    @Nullable
    AssessedFacts take(AssessedFacts.Key wanted) throws IOException {
        AssessedFacts found = waiting.remove(wanted);
        while (found == null) {
            Known next = next();
            if (next == null) {
                return null;
            }
            if (next.key.equals(wanted)) {
                found = next.facts;
            } else {
                waiting.put(next.key, next.facts);
            }
        }
        return found;
    }

    private @Nullable Known next() throws IOException {
        while (true) {
            if (at == batch.size()) {
                List<Read> more = read.next();
                if (more == null) {
                    return null;
                }
                batch = more;
                at = 0;
                continue;
            }
            switch (batch.get(at++)) {
                case Known known -> {
                    return known;
                }
                case Fault f -> faults.fault(f.file, f.line, f.reason, f.field, f.excerpt);
            }
        }
    }

    private @Nullable Batch lines() throws IOException {
        while (true) {
            LineReader open = reader;
            Path from = file;
            if (open != null && from != null && open.hasNext()) {
                List<RawLine> lines = new ArrayList<>();
                for (long bytes = 0; lines.size() < MOST_LINES && bytes < MOST_BYTES && open.hasNext(); ) {
                    RawLine line = open.next();
                    lines.add(line);
                    bytes += line instanceof RawLine.Utf8 utf8 ? utf8.bytes().length : 0;
                }
                return new Batch(from, lines);
            }
            if (!advance()) {
                return null;
            }
        }
    }

    private List<Read> parse(Batch lines) throws IOException {
        List<Read> items = new ArrayList<>(lines.lines.size());
        for (RawLine line : lines.lines) {
            items.add(parse(lines.file, line));
        }
        return items;
    }

    private Read parse(Path from, RawLine line) throws IOException {
        return switch (line) {
            case RawLine.Broken broken -> new Fault(from, broken.number(), broken.reason(), null, broken.excerpt());
            case RawLine.Utf8 utf8 -> {
                try {
                    Assessment assessment = AssessmentJson.read(trees.readTree(utf8.bytes()));
                    yield new Known(
                            new AssessedFacts.Key(assessment.id(), assessment.contentSha256()),
                            AssessedFacts.of(assessment));
                } catch (JsonProcessingException e) {
                    yield new Fault(from, utf8.number(), "not JSON: " + e.getOriginalMessage(), null, "");
                } catch (BadDocumentException e) {
                    yield new Fault(
                            from,
                            utf8.number(),
                            String.valueOf(e.getMessage()),
                            e.errors().getFirst().field(),
                            "");
                }
            }
        };
    }

    private boolean advance() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        if (!files.hasNext()) {
            return false;
        }
        file = files.next();
        reader = LineReader.open(file, ReadLimits.STANDARD);
        return true;
    }

    @Override
    public void close() throws IOException {
        read.close();
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
