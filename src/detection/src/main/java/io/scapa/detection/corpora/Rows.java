package io.scapa.detection.corpora;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.training.LabelledDocument;
import io.scapa.text.io.Compression;
import io.scapa.text.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the layouts share: opening, naming and complaining. */
final class Rows {
    static final String NOT_STATED = "not stated";

    private Rows() {}

    /** A text file, unpacked where it is packed. */
    static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Compression.open(file), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Whether a file's name ends so, packed or not. */
    static boolean ends(Path file, String suffix) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(suffix) || name.endsWith(suffix + ".gz") || name.endsWith(suffix + ".zst");
    }

    /** A file's name without its endings. */
    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The first JSON object of a file of lines, or null where the first line holds none. */
    static @Nullable JsonNode firstObject(Path file) throws IOException {
        try (BufferedReader lines = open(file)) {
            String line = lines.readLine();
            while (line != null && line.isBlank()) {
                line = lines.readLine();
            }
            JsonNode node = line == null ? null : Json.mapper().readTree(line);
            return node != null && node.isObject() ? node : null;
        } catch (JsonProcessingException none) {
            return null;
        }
    }

    /** A line of JSON that must be an object. */
    static JsonNode object(Path file, long line, String text) throws IOException {
        try {
            JsonNode node = Json.mapper().readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException fault) {
            throw at(file, line, "a JSON object is expected: " + fault.getOriginalMessage());
        }
        throw at(file, line, "a JSON object is expected");
    }

    /** A complaint about a line. */
    static IllegalArgumentException at(Path file, long line, String fault) {
        return new IllegalArgumentException(file + ": line " + line + ": " + fault);
    }

    /** The split that a file's name tells of: train where it tells nothing. */
    static String split(Path file) {
        String name = stem(file).toLowerCase(Locale.ROOT);
        if (name.contains("test")) {
            return "test";
        }
        return name.contains("valid") || name.equals("dev") || name.endsWith("_dev") ? "dev" : "train";
    }

    /** A document of a data set. */
    static LabelledDocument document(
            String dataset,
            String licence,
            String id,
            String text,
            @Nullable String model,
            String domain,
            String language,
            @Nullable String attack,
            String group,
            String split) {
        return new LabelledDocument(
                id,
                text,
                model != null,
                model == null ? "human" : model,
                domain,
                language,
                attack,
                dataset,
                licence,
                group,
                split);
    }
}
