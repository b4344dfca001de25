package io.scapa.detection.watermark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as JSON or YAML objects: {@code {"name", "scheme", "key", "parameters", "tokenizer", "vocabularySize",
 * "device"}}. The key is a number, a decimal text, or an array of them; it is read and stored, never answered.
 */
public final class WatermarkProfileJson {
    private static final Set<String> FIELDS = new java.util.LinkedHashSet<>(
            List.of("name", "scheme", "key", "parameters", "tokenizer", "vocabularySize", "device"));

    private WatermarkProfileJson() {}

    /**
     * Reads one profile.
     *
     * @throws WatermarkProfileException naming the field, its value (never the key's) and what was expected
     */
    public static WatermarkProfile read(JsonNode json) {
        if (!json.isObject()) {
            throw new WatermarkProfileException("?", "the profile", "no object", "an object with " + FIELDS);
        }
        String name = text(json, "?", "name", null);
        json.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new WatermarkProfileException(name, field, "unknown", "one of " + FIELDS);
            }
        });
        return WatermarkProfile.of(
                name,
                text(json, name, "scheme", null),
                key(json, name),
                parameters(json, name),
                text(json, name, "tokenizer", null),
                vocabulary(json, name),
                device(json, name));
    }

    /** Reads an array of profiles, or one alone; names must differ. */
    public static List<WatermarkProfile> readAll(JsonNode json) {
        List<WatermarkProfile> profiles = new ArrayList<>();
        for (JsonNode one : json.isArray() ? json : List.of(json)) {
            WatermarkProfile profile = read(one);
            if (profiles.stream().anyMatch(known -> known.name().equals(profile.name()))) {
                throw new WatermarkProfileException(profile.name(), "name", "there twice", "a name of its own");
            }
            profiles.add(profile);
        }
        return List.copyOf(profiles);
    }

    /** A profile as it may be shown: everything but the key. */
    public static ObjectNode answer(WatermarkProfile profile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", profile.name());
        json.put("scheme", profile.scheme());
        ObjectNode parameters = json.putObject("parameters");
        profile.parameters().forEach((name, value) -> put(parameters, name, value));
        json.put("tokenizer", profile.tokenizer());
        json.put("vocabularySize", profile.vocabularySize());
        json.put("device", profile.device().toString());
        return json;
    }

    /** A profile with its key: only for the store that keeps it, which encrypts it. */
    public static ObjectNode secret(WatermarkProfile profile) {
        ObjectNode json = answer(profile);
        ArrayNode key = json.putArray("key");
        profile.key().reveal().forEach(part -> key.add(part.toString()));
        return json;
    }

    private static String text(JsonNode json, String profile, String field, @Nullable String otherwise) {
        JsonNode node = json.path(field);
        if (node.isTextual()) {
            return node.asText();
        }
        if (otherwise != null && (node.isMissingNode() || node.isNull())) {
            return otherwise;
        }
        throw new WatermarkProfileException(profile, field, shown(node), "a text");
    }

    private static int vocabulary(JsonNode json, String profile) {
        JsonNode node = json.path("vocabularySize");
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return node.asInt();
        }
        throw new WatermarkProfileException(profile, "vocabularySize", shown(node), "the width of the model's logits");
    }

    private static Device device(JsonNode json, String profile) {
        String device = text(json, profile, "device", "cpu");
        try {
            return Device.parse(device);
        } catch (IllegalArgumentException e) {
            throw new WatermarkProfileException(profile, "device", "'" + device + "'", String.valueOf(e.getMessage()));
        }
    }

    private static WatermarkKey key(JsonNode json, String profile) {
        JsonNode node = json.path("key");
        List<BigInteger> parts = new ArrayList<>();
        for (JsonNode part : node.isArray() ? node : List.of(node)) {
            BigInteger value = integer(part);
            if (value == null) {
                throw new WatermarkProfileException(
                        profile,
                        "key",
                        node.isMissingNode() ? "missing" : "no integer (not shown)",
                        "an integer, a decimal text, or an array of them");
            }
            parts.add(value);
        }
        try {
            return WatermarkKey.of(parts);
        } catch (IllegalArgumentException e) {
            throw new WatermarkProfileException(
                    profile, "key", "out of range (not shown)", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable BigInteger integer(JsonNode part) {
        if (part.isIntegralNumber()) {
            return part.bigIntegerValue();
        }
        return part.isTextual() && part.asText().matches("-?\\d{1,20}") ? new BigInteger(part.asText()) : null;
    }

    private static Map<String, Object> parameters(JsonNode json, String profile) {
        JsonNode node = json.path("parameters");
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (node.isMissingNode() || node.isNull()) {
            return parameters;
        }
        if (!node.isObject()) {
            throw new WatermarkProfileException(profile, "parameters", shown(node), "an object");
        }
        node.fields().forEachRemaining(entry -> parameters.put(entry.getKey(), value(profile, entry)));
        return parameters;
    }

    private static Object value(String profile, Map.Entry<String, JsonNode> entry) {
        JsonNode node = entry.getValue();
        return switch (node.getNodeType()) {
            case STRING -> node.asText();
            case BOOLEAN -> node.asBoolean();
            case NUMBER -> node.numberValue();
            case ARRAY -> numbers(profile, entry.getKey(), node);
            default ->
                throw new WatermarkProfileException(
                        profile,
                        "parameters." + entry.getKey(),
                        shown(node),
                        "a text, number, array of numbers, true or false");
        };
    }

    private static List<Double> numbers(String profile, String name, JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isNumber()) {
                throw new WatermarkProfileException(profile, "parameters." + name, shown(element), "numbers");
            }
            numbers.add(element.asDouble());
        }
        return List.copyOf(numbers);
    }

    private static void put(ObjectNode json, String name, Object value) {
        switch (value) {
            case Integer number -> json.put(name, number);
            case Long number -> json.put(name, number);
            case Double number -> json.put(name, number);
            case BigInteger number -> json.put(name, number);
            case Number number -> json.put(name, number.doubleValue());
            case Boolean flag -> json.put(name, flag);
            case List<?> list -> {
                ArrayNode array = json.putArray(name);
                list.forEach(element -> array.add(((Number) element).doubleValue()));
            }
            default -> json.put(name, value.toString());
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : node.toString();
    }
}
