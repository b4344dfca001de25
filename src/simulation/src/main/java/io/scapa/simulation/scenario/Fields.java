package io.scapa.simulation.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scapa.simulation.ScenarioException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the fields of one object, remembering which are known, so that a misspelt one is an error and not silence. */
final class Fields {
    private final JsonNode node;
    private final String path;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new ScenarioException(
                    path.isEmpty() ? "scenario" : path, "expected an object, got " + shortened(node));
        }
        this.node = node;
        this.path = path.isEmpty() ? "" : path + ".";
    }

    private static String shortened(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    boolean has(String field) {
        known.add(field);
        return node.hasNonNull(field);
    }

    JsonNode node(String field) {
        known.add(field);
        JsonNode value = node.get(field);
        return value == null ? MissingNode.getInstance() : value;
    }

    Fields object(String field) {
        return new Fields(node(field), path + field);
    }

    String text(String field, String otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        if (!node.get(field).isTextual()) {
            throw fault(field, "expected text, got " + shortened(node.get(field)));
        }
        return node.get(field).textValue();
    }

    double number(String field, double otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        if (!node.get(field).isNumber()) {
            throw fault(field, "expected a number, got " + shortened(node.get(field)));
        }
        return node.get(field).doubleValue();
    }

    int whole(String field, int otherwise) {
        double value = number(field, otherwise);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw fault(field, "expected a whole number, got " + value);
        }
        return (int) value;
    }

    long longNumber(String field, long otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        if (!node.get(field).canConvertToLong() || !node.get(field).isIntegralNumber()) {
            throw fault(field, "expected a whole number, got " + shortened(node.get(field)));
        }
        return node.get(field).longValue();
    }

    boolean flag(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        if (!node.get(field).isBoolean()) {
            throw fault(field, "expected true or false, got " + shortened(node.get(field)));
        }
        return node.get(field).booleanValue();
    }

    <E extends Enum<E>> E choice(String field, E[] values, E otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        String wanted = text(field, "");
        StringBuilder names = new StringBuilder();
        for (E value : values) {
            String name = value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            if (name.equals(wanted)) {
                return value;
            }
            names.append(names.isEmpty() ? "" : ", ").append(name);
        }
        throw fault(field, "expected one of " + names + ", got '" + wanted + "'");
    }

    ScenarioException fault(String field, String message) {
        return new ScenarioException(path + field, message);
    }

    /** Fails where a field was never asked for. */
    void done() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw fault(name, "unknown field, expected one of " + String.join(", ", known));
            }
        }
    }
}
