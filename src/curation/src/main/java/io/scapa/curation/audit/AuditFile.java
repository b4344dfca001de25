package io.scapa.curation.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.scapa.curation.io.LineFaults;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files of labels, also samples in which labels were filled in. */
public final class AuditFile {
    private AuditFile() {}

    /**
     * Reads all labels; a line without a label is one that nobody got to yet, any other bad line is told of.
     *
     * @throws IOException where a file cannot be read
     */
    public static Audit read(List<Path> files, LineFaults faults) throws IOException {
        ObjectReader trees = Json.mapper().readerFor(JsonNode.class);
        List<AuditLabel> labels = new ArrayList<>();
        for (Path file : files) {
            try (LineReader lines = LineReader.open(file, ReadLimits.STANDARD)) {
                while (lines.hasNext()) {
                    line(lines.next(), file, trees, labels, faults);
                }
            }
        }
        return Audit.of(labels);
    }

    private static void line(RawLine line, Path file, ObjectReader trees, List<AuditLabel> labels, LineFaults faults)
            throws IOException {
        switch (line) {
            case RawLine.Broken broken -> faults.fault(file, broken.number(), broken.reason(), null, broken.excerpt());
            case RawLine.Utf8 utf8 -> {
                try {
                    JsonNode json = trees.readTree(utf8.bytes());
                    if (AuditJson.isLabelled(json)) {
                        labels.add(AuditJson.read(json));
                    }
                } catch (JsonProcessingException e) {
                    faults.fault(file, utf8.number(), "not JSON: " + e.getOriginalMessage(), null, "");
                } catch (IllegalArgumentException e) {
                    faults.fault(file, utf8.number(), String.valueOf(e.getMessage()), null, "");
                }
            }
        }
    }
}
