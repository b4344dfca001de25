package io.scapa.curation.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.scapa.provenance.Assessment;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.BadDocumentException;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Path;
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
    private final Iterator<Path> files;
    private final LineFaults faults;
    private final ObjectReader trees = Json.mapper().readerFor(JsonNode.class);
    private final Map<AssessedFacts.Key, AssessedFacts> waiting = new HashMap<>();
    private @Nullable Path file;
    private @Nullable LineReader reader;

    AssessmentJoin(List<Path> files, LineFaults faults) {
        this.files = files.iterator();
        this.faults = faults;
    }

    /** The assessment of a document, or null where the files hold none. It is given out once. */
    @Nullable
    AssessedFacts take(AssessedFacts.Key wanted) throws IOException {
        AssessedFacts found = waiting.remove(wanted);
        while (found == null) {
            Assessment next = next();
            if (next == null) {
                return null;
            }
            AssessedFacts.Key key = new AssessedFacts.Key(next.id(), next.contentSha256());
            if (key.equals(wanted)) {
                found = AssessedFacts.of(next);
            } else {
                waiting.put(key, AssessedFacts.of(next));
            }
        }
        return found;
    }

    private @Nullable Assessment next() throws IOException {
        while (true) {
            LineReader open = reader;
            if (open == null || !open.hasNext()) {
                if (!advance()) {
                    return null;
                }
                continue;
            }
            Assessment assessment = parse(open.next());
            if (assessment != null) {
                return assessment;
            }
        }
    }

    private @Nullable Assessment parse(RawLine line) throws IOException {
        Path at = java.util.Objects.requireNonNull(file);
        return switch (line) {
            case RawLine.Broken broken -> {
                faults.fault(at, broken.number(), broken.reason(), null, broken.excerpt());
                yield null;
            }
            case RawLine.Utf8 utf8 -> {
                try {
                    yield AssessmentJson.read(trees.readTree(utf8.bytes()));
                } catch (JsonProcessingException e) {
                    faults.fault(at, utf8.number(), "not JSON: " + e.getOriginalMessage(), null, "");
                    yield null;
                } catch (BadDocumentException e) {
                    faults.fault(
                            at,
                            utf8.number(),
                            e.getMessage(),
                            e.errors().getFirst().field(),
                            "");
                    yield null;
                }
            }
        };
    }

    private boolean advance() throws IOException {
        close();
        if (!files.hasNext()) {
            return false;
        }
        file = files.next();
        reader = LineReader.open(file, ReadLimits.STANDARD);
        return true;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
