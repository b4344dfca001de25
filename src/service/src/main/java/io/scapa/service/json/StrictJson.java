package io.scapa.service.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.scapa.service.problem.Fault;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import io.scapa.text.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads one JSON value from bytes that nobody vouches for: a limit on its size, UTF-8 only, each key once, nothing after
 * it, and no character that a database could not keep.
 */
@ApplicationScoped
public class StrictJson {
    /** The setting that limits one document or one other body. */
    public static final String LIMIT = "scapa.limits.document-bytes";

    private final long limit;
    private final ObjectReader reader = Json.mapper()
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    @Inject
    public StrictJson(@ConfigProperty(name = LIMIT) long limit) {
        this.limit = limit;
    }

    /** The most bytes of one document. */
    public long limit() {
        return limit;
    }

    /**
     * Reads a body to its end.
     *
     * @throws ProblemException 413 for one over the limit, 400 for one that is not JSON in UTF-8
     */
    public JsonNode read(InputStream body) {
        return parse(text(body), true);
    }

    /** Reads a body that must be an object. */
    public JsonNode readObject(InputStream body) {
        return requireObject(read(body));
    }

    /** Reads a body as text in UTF-8. */
    public String text(InputStream body) {
        try {
            byte[] bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 16L, limit + 1));
            if (bytes.length > limit) {
                throw new ProblemException(Problem.tooLarge("the body", limit, LIMIT));
            }
            return Utf8.decode(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw ProblemException.badInput(null, "a whole body", "one that broke off: " + e.getMessage());
        }
    }

    /** Reads one line of a stream; it must be an object. */
    public JsonNode line(byte[] bytes) {
        return requireObject(parse(Utf8.decode(bytes, 0, bytes.length), false));
    }

    private static JsonNode requireObject(JsonNode value) {
        if (!value.isObject()) {
            throw ProblemException.badInput(
                    null, "a JSON object", value.isMissingNode() ? "nothing" : value.toString());
        }
        return value;
    }

    private JsonNode parse(String text, boolean manyLines) {
        try {
            JsonNode value = reader.readTree(text);
            requireStorable("", value);
            return value;
        } catch (StreamConstraintsException e) {
            throw ProblemException.badInput(null, "JSON within sane limits", e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.badInput(List.of(notJson(e, manyLines))));
        }
    }

    private static Fault notJson(JsonProcessingException e, boolean manyLines) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at column " + at.getColumnNr();
        Integer line = manyLines && at != null ? Integer.valueOf(at.getLineNr()) : null;
        String words = e.getOriginalMessage();
        int end = words.indexOf('\n');
        return new Fault(null, line, "JSON", (end < 0 ? words : words.substring(0, end)) + where);
    }

    private static void requireStorable(String path, JsonNode value) {
        if (value.isTextual()) {
            requireStorable(path, value.textValue());
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                requireStorable(name, field.getKey());
                requireStorable(name, field.getValue());
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                requireStorable(path + "[" + i + "]", value.get(i));
            }
        }
    }

    private static void requireStorable(String path, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw ProblemException.badInput(path, "text without U+0000", "U+0000 at character " + i);
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw ProblemException.badInput(
                            path, "whole characters", "an unpaired surrogate at character " + i);
                }
                i++;
            }
        }
    }
}
