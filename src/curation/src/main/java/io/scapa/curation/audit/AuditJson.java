package io.scapa.curation.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * A label as a JSON line: {@code {"content_sha256", "label": "alpha" | "beta" | "gamma" | "eta" | {"alpha": 0.5, "eta": 0.5}, "by",
 * "on"}}. Fields that a sample carries besides are ignored, so that its lines can be filled in and given back.
 */
public final class AuditJson {
    private AuditJson() {}

    /** Writes a label. */
    public static ObjectNode toJson(AuditLabel label) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("content_sha256", label.contentSha256().hex());
        ObjectNode pools = json.putObject("label");
        for (Pool pool : Pool.values()) {
            if (label.pools().of(pool) > 0) {
                pools.put(pool.symbol(), label.pools().of(pool));
            }
        }
        json.put("by", label.by());
        json.put("on", label.on().toString());
        return json;
    }

    /**
     * Reads a label.
     *
     * @throws IllegalArgumentException naming the field, what was expected and what stands there
     */
    public static AuditLabel read(JsonNode json) {
        return new AuditLabel(content(json), pools(json.path("label")), text(json, "by"), date(json));
    }

    /** Whether a line of a sample was filled in. */
    public static boolean isLabelled(JsonNode json) {
        JsonNode label = json.path("label");
        return !label.isMissingNode()
                && !label.isNull()
                && !(label.isTextual() && label.textValue().isBlank());
    }

    private static ContentHash content(JsonNode json) {
        try {
            return new ContentHash(text(json, "content_sha256"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("content_sha256: " + e.getMessage(), e);
        }
    }

    private static PoolProbabilities pools(JsonNode label) {
        double[] pools = new double[Pool.values().length];
        try {
            if (label.isTextual()) {
                pools[Pool.of(label.textValue().toLowerCase(Locale.ROOT)).ordinal()] = 1;
            } else {
                label.fields()
                        .forEachRemaining(e -> pools[Pool.of(e.getKey()).ordinal()] =
                                e.getValue().asDouble(Double.NaN));
            }
            return new PoolProbabilities(pools[0], pools[1], pools[2], pools[3]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "label: expected a pool, or shares of pools that sum to 1, got " + label, e);
        }
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(
                    field + ": expected a text, got " + (value.isMissingNode() ? "nothing" : value));
        }
        return value.textValue();
    }

    private static LocalDate date(JsonNode json) {
        try {
            return LocalDate.parse(text(json, "on"));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("on: expected a date such as 2026-11-21, got " + json.path("on"), e);
        }
    }
}
