package io.scapa.text.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object and collects what is wrong with them, so that one answer names every error. */
final class ObjectReader {
    private final JsonNode object;
    private final String path;
    private final List<FieldError> errors;

    private ObjectReader(JsonNode object, String path, List<FieldError> errors) {
        this.object = object;
        this.path = path;
        this.errors = errors;
    }

    /**
     * Starts at the top.
     *
     * @throws BadDocumentException where the node is no object
     */
    static ObjectReader of(JsonNode node) {
        if (!node.isObject()) {
            throw new BadDocumentException(List.of(new FieldError("", "a JSON object", described(node))));
        }
        return new ObjectReader(node, "", new ArrayList<>());
    }

    /** A nested object; an error where it is missing or none. */
    Optional<ObjectReader> object(String name) {
        JsonNode node = object.path(name);
        if (!node.isObject()) {
            error(name, "an object", node);
            return Optional.empty();
        }
        return Optional.of(new ObjectReader(node, path + name + ".", errors));
    }

    /** The nested objects of an array; an error where it is missing or holds anything else. */
    List<ObjectReader> objects(String name) {
        JsonNode array = object.path(name);
        if (!array.isArray()) {
            error(name, "an array of objects", array);
            return List.of();
        }
        List<ObjectReader> readers = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String element = name + "[" + i + "]";
            if (array.get(i).isObject()) {
                readers.add(new ObjectReader(array.get(i), path + element + ".", errors));
            } else {
                error(element, "an object", array.get(i));
            }
        }
        return readers;
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    boolean has(String name) {
        return !isAbsent(object.path(name));
    }

    /** A string, or null where it is absent. */
    @Nullable
    String optionalString(String name) {
        JsonNode node = object.path(name);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isTextual()) {
            error(name, "a string", node);
            return null;
        }
        return node.textValue();
    }

    /** A string; an error and an empty one where it is missing. */
    String string(String name) {
        JsonNode node = object.path(name);
        if (isAbsent(node)) {
            error(name, "a string", node);
        }
        String value = optionalString(name);
        return value == null ? "" : value;
    }

    /** A finite number, or null where it is absent. */
    @Nullable
    Double optionalNumber(String name) {
        JsonNode node = object.path(name);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            error(name, "a number", node);
            return null;
        }
        return node.doubleValue();
    }

    /** A finite number; an error and 0 where it is missing. */
    double number(String name) {
        Double value = optionalNumber(name);
        if (value == null && !has(name)) {
            error(name, "a number", object.path(name));
        }
        return value == null ? 0 : value;
    }

    /** A whole number, or null where it is absent. */
    @Nullable
    Integer optionalInteger(String name) {
        JsonNode node = object.path(name);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            error(name, "a whole number", node);
            return null;
        }
        return node.intValue();
    }

    /** One of an enum's names, in any case; null where it is absent. */
    <E extends Enum<E>> @Nullable E optionalEnum(String name, Class<E> type) {
        String word = optionalString(name);
        if (word == null) {
            return null;
        }
        Optional<E> constant = Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
        if (constant.isEmpty()) {
            error(
                    name,
                    "one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(type.getEnumConstants())
                                            .map(Enum::name)
                                            .toList()),
                    object.path(name));
        }
        return constant.orElse(null);
    }

    /** Two numbers in an array, or null where it is absent. */
    double @Nullable [] optionalPair(String name) {
        JsonNode node = object.path(name);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isArray()
                || node.size() != 2
                || !node.get(0).isNumber()
                || !node.get(1).isNumber()) {
            error(name, "an array of two numbers", node);
            return null;
        }
        return new double[] {node.get(0).doubleValue(), node.get(1).doubleValue()};
    }

    /** Builds a value out of fields already read; what its constructor refuses becomes an error of {@code name}. */
    <T> @Nullable T build(String name, Function<ObjectReader, T> constructor) {
        if (!errors.isEmpty()) {
            return null;
        }
        try {
            return constructor.apply(this);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(path + name, String.valueOf(e.getMessage()), described(object.path(name))));
            return null;
        }
    }

    void error(String name, String expectation, JsonNode got) {
        errors.add(new FieldError(path + name, expectation, described(got)));
    }

    /** Ends the reading: throws where anything was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw new BadDocumentException(errors);
        }
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    static String described(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case OBJECT -> "an object";
            case ARRAY -> "an array of " + node.size();
            case STRING -> "\"" + Json.shown(node.textValue()) + "\"";
            default -> Json.shown(node.asText());
        };
    }
}
