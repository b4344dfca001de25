package io.scapa.detection.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.text.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores by id, from JSON lines, plain or {@code .gz}: each an object with {@code id} and {@code score} or {@code probability},
 * at the top or under {@code synthetic}; assessments are such lines.
 */
public final class ScoreFile {
    private ScoreFile() {}

    /**
     * Reads a file; a line without a number has no score, a later line of an id replaces an earlier one.
     *
     * @throws IllegalArgumentException where a line is no JSON object with an id; names file and line
     */
    public static Map<String, Double> read(Path file) throws IOException {
        Map<String, Double> scores = new HashMap<>();
        long number = 0;
        try (InputStream in = open(file);
                var lines = Json.mapper().readerFor(JsonNode.class).<JsonNode>readValues(in)) {
            while (lines.hasNextValue()) {
                number++;
                JsonNode line = lines.nextValue();
                if (!line.hasNonNull("id")) {
                    throw new IllegalArgumentException(file + ": line " + number + ": expected an object with an id");
                }
                Double score = score(line);
                if (score != null) {
                    scores.put(line.get("id").asText(), score);
                }
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ": line " + (number + 1) + ": expected a JSON object: " + e.getOriginalMessage(), e);
        }
        return scores;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static @Nullable Double score(JsonNode line) {
        for (JsonNode place : new JsonNode[] {line, line.path("synthetic")}) {
            for (String name : new String[] {"score", "probability"}) {
                if (place.path(name).isNumber()) {
                    return place.get(name).doubleValue();
                }
            }
        }
        return null;
    }
}
