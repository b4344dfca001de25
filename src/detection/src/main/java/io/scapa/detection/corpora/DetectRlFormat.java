package io.scapa.detection.corpora;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.scapa.detection.training.LabelledDocument;
import io.scapa.text.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * DetectRL: an array of objects with {@code text} and {@code label} ({@code human} or {@code llm}), and {@code data_type} and
 * {@code llm_type} where they are told. What the texts went through is in the name of the folder or file.
 */
final class DetectRlFormat implements DatasetFormat.Layout {
    /** Reads one item of the array; what follows is the next. */
    private static final ObjectReader ITEMS =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Override
    public boolean matches(Path file) throws IOException {
        if (!Rows.ends(file, ".json")) {
            return false;
        }
        try (BufferedReader in = Rows.open(file);
                JsonParser parser = Json.mapper().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY || parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            JsonNode first = ITEMS.readTree(parser);
            return first.path("text").isTextual() && first.path("label").isTextual();
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    @Override
    public void read(Path file, Consumer<LabelledDocument> sink) throws IOException {
        long line = 1;
        try (BufferedReader in = Rows.open(file);
                JsonParser parser = Json.mapper().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Rows.at(file, 1, "an array of texts is expected");
            }
            for (long index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                line = parser.currentTokenLocation().getLineNr();
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw Rows.at(file, line, "an object with text and label is expected");
                }
                sink.accept(document(file, line, index, ITEMS.readTree(parser)));
            }
        } catch (JsonProcessingException fault) {
            long at = fault.getLocation() == null ? line : fault.getLocation().getLineNr();
            throw Rows.at(file, at, "JSON is expected: " + fault.getOriginalMessage());
        }
    }

    private static LabelledDocument document(Path file, long line, long index, JsonNode item) {
        String label = item.path("label").asText("");
        if (!item.path("text").isTextual()) {
            throw Rows.at(file, line, "a text is expected in item " + (index + 1));
        }
        if (!label.equals("human") && !label.equals("llm")) {
            throw Rows.at(file, line, "label human or llm is expected in item " + (index + 1) + ", got " + label);
        }
        String id = "detectrl-" + Rows.stem(file) + "-" + index;
        return Rows.document(
                "detectrl",
                Rows.NOT_STATED,
                id,
                item.get("text").textValue(),
                label.equals("human") ? null : item.path("llm_type").asText("unknown"),
                item.path("data_type").asText("unknown"),
                "en",
                attack(file, label.equals("human")),
                id,
                Rows.split(file));
    }

    /** Human text is changed only in the folder that says so. */
    private static @Nullable String attack(Path file, boolean human) {
        String path = (file.getParent() == null ? "" : file.getParent().getFileName() + "/").toLowerCase(Locale.ROOT)
                + Rows.stem(file).toLowerCase(Locale.ROOT);
        if (path.contains("perturbation")) {
            return !human || path.contains("human") ? "perturb" : null;
        }
        if (human) {
            return null;
        }
        return path.contains("paraphrase") ? "paraphrase" : path.contains("prompt_attack") ? "prompt" : null;
    }
}
