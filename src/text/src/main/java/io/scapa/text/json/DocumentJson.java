package io.scapa.text.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.provenance.Document;
import io.scapa.provenance.Origin;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The wire shape of a document (DESIGN section 4). Only {@code text} is required; what is unknown goes to the metadata. */
public final class DocumentJson {
    private static final String METADATA = "metadata";
    private static final String HEADERS = "headers";
    private static final Set<String> KNOWN = Set.of(
            "id",
            "text",
            "source",
            "uri",
            "publishedAt",
            "crawledAt",
            "language",
            "license",
            "mediaType",
            HEADERS,
            "declaredOrigin",
            "generator",
            METADATA);

    private DocumentJson() {}

    /**
     * Reads a document. Whole numbers count as ids; dates are ISO 8601, UTC where no offset stands; an origin's case does
     * not matter; null counts as absent. A field of the {@code metadata} object gives way to an unknown field of its name.
     *
     * @throws BadDocumentException naming every field that is wrong
     */
    public static Document read(JsonNode node) {
        ObjectReader in = ObjectReader.of(node);
        String text = in.string("text");
        if (text.isEmpty() && in.node("text").isTextual()) {
            in.error("text", "a text of at least one character", in.node("text"));
        }
        String id = id(in);
        Document document = new Document(
                id,
                text,
                in.optionalString("source"),
                in.optionalString("uri"),
                instant(in, "publishedAt"),
                instant(in, "crawledAt"),
                in.optionalString("language"),
                in.optionalString("license"),
                in.optionalString("mediaType"),
                headers(in),
                in.optionalEnum("declaredOrigin", Origin.class),
                in.optionalString("generator"),
                metadata(in, node));
        in.check();
        return document;
    }

    /** Writes a document so that {@link #read} gives it back. */
    public static ObjectNode toJson(Document document) {
        ObjectNode out = Json.mapper().createObjectNode();
        put(out, "id", document.id());
        put(out, "text", document.text());
        put(out, "source", document.source());
        put(out, "uri", document.uri());
        put(out, "publishedAt", document.publishedAt());
        put(out, "crawledAt", document.crawledAt());
        put(out, "language", document.language());
        put(out, "license", document.license());
        put(out, "mediaType", document.mediaType());
        if (!document.headers().isEmpty()) {
            out.set(HEADERS, Json.mapper().valueToTree(document.headers()));
        }
        put(out, "declaredOrigin", document.declaredOrigin());
        put(out, "generator", document.generator());
        if (!document.metadata().isEmpty()) {
            out.set(METADATA, Json.mapper().valueToTree(document.metadata()));
        }
        return out;
    }

    private static void put(ObjectNode out, String name, @Nullable Object value) {
        if (value != null) {
            out.put(name, value.toString());
        }
    }

    private static @Nullable String id(ObjectReader in) {
        JsonNode node = in.node("id");
        if (node.isIntegralNumber()) {
            return node.asText();
        }
        String id = in.optionalString("id");
        if (id != null && id.isBlank()) {
            in.error("id", "a string that is not blank", node);
        }
        return id;
    }

    private static @Nullable Instant instant(ObjectReader in, String name) {
        JsonNode node = in.node(name);
        if (ObjectReader.isAbsent(node)) {
            return null;
        }
        try {
            if (node.isTextual()) {
                return IsoInstant.parse(node.textValue());
            }
        } catch (DateTimeParseException e) {
            in.error(name, IsoInstant.EXPECTATION, node);
            return null;
        }
        in.error(name, IsoInstant.EXPECTATION, node);
        return null;
    }

    private static Map<String, String> headers(ObjectReader in) {
        if (!in.has(HEADERS)) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        JsonNode node = in.node(HEADERS);
        if (!node.isObject()) {
            in.error(HEADERS, "an object of strings", node);
            return headers;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String value = header(field.getValue());
            if (value != null) {
                headers.put(field.getKey(), value);
            } else if (!field.getValue().isNull()) {
                in.error(HEADERS + "." + field.getKey(), "a string or an array of strings", field.getValue());
            }
        }
        return headers;
    }

    /** A value, or the values of a header that was sent more than once, as RFC 9110 section 5.3 joins them. */
    private static @Nullable String header(JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            return value.asText();
        }
        if (!value.isArray()) {
            return null;
        }
        StringJoiner joined = new StringJoiner(", ");
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                return null;
            }
            joined.add(element.textValue());
        }
        return joined.toString();
    }

    private static Map<String, Object> metadata(ObjectReader in, JsonNode node) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (in.has(METADATA)) {
            if (!in.node(METADATA).isObject()) {
                in.error(METADATA, "an object", in.node(METADATA));
            }
            in.node(METADATA).properties().forEach(field -> add(metadata, field));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!KNOWN.contains(field.getKey())) {
                add(metadata, field);
            }
        }
        return metadata;
    }

    private static void add(Map<String, Object> metadata, Map.Entry<String, JsonNode> field) {
        if (!field.getValue().isNull()) {
            metadata.put(field.getKey(), Json.mapper().convertValue(field.getValue(), Object.class));
        }
    }
}
