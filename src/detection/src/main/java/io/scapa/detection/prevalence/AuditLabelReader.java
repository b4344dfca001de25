package io.scapa.detection.prevalence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.Origin;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads what an audit found from JSON lines, plain, gzip or zstd: {@code {"id": "d1", "label": "human"}}. The document goes
 * by {@code id}, else by {@code contentSha256}; the label, {@code label} or {@code origin}, is {@code human}, {@code
 * synthetic}, {@code edited}, or the synthetic share as a number in [0, 1]. Other fields are passed over. A line that is
 * wrong ends the reading: an audit with holes is no random sample.
 */
public final class AuditLabelReader {
    private final double editedWeight;

    /**
     * @param editedWeight what edited text counts for, in [0, 1]; 1 is the default of recipes
     */
    public AuditLabelReader(double editedWeight) {
        this.editedWeight = editedWeight;
    }

    /**
     * Reads a file.
     *
     * @throws AuditLabelException naming the line that is wrong
     * @throws IOException where the file cannot be read
     */
    public AuditLabels read(Path file) throws IOException {
        AuditLabels.Builder labels = AuditLabels.builder();
        try (LineReader lines = LineReader.open(file, ReadLimits.STANDARD)) {
            while (lines.hasNext()) {
                switch (lines.next()) {
                    case RawLine.Utf8 line -> add(labels, line);
                    case RawLine.Broken line -> throw new AuditLabelException(line.number(), line.reason());
                }
            }
        }
        return labels.build();
    }

    private void add(AuditLabels.Builder labels, RawLine.Utf8 line) throws IOException {
        try {
            JsonNode json = Json.mapper().readTree(line.bytes());
            String id = text(json, "id", "contentSha256");
            JsonNode label = json.hasNonNull("label") ? json.get("label") : json.path("origin");
            if (label.isNumber()) {
                labels.add(id, label.doubleValue());
            } else {
                labels.add(id, origin(label), editedWeight);
            }
        } catch (JsonProcessingException e) {
            throw new AuditLabelException(line.number(), "expected a JSON object, got " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new AuditLabelException(line.number(), String.valueOf(e.getMessage()));
        }
    }

    private static String text(JsonNode json, String first, String second) {
        JsonNode value = json.hasNonNull(first) ? json.get(first) : json.path(second);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(first + ": expected the id of a document, got " + Json.shown(value));
        }
        return value.textValue();
    }

    private static Origin origin(JsonNode label) {
        return switch (label.asText().toLowerCase(Locale.ROOT)) {
            case "human" -> Origin.HUMAN;
            case "synthetic" -> Origin.SYNTHETIC;
            case "edited" -> Origin.EDITED;
            default ->
                throw new IllegalArgumentException("label: expected human, synthetic, edited or a share in [0, 1], got "
                        + (label.isMissingNode() ? "none" : Json.shown(label)));
        };
    }
}
