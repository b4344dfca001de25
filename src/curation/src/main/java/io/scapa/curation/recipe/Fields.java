package io.scapa.curation.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one object, noting a fault where one is missing, of the wrong type, out of range or unknown. */
final class Fields {
    private final LocatedTree tree;
    private final String path;
    private final JsonNode node;
    private final List<RecipeFault> faults;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(LocatedTree tree, String path, JsonNode node, List<RecipeFault> faults) {
        this.tree = tree;
        this.path = path;
        this.node = node;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add(new RecipeFault(path, "an object with fields", show(node), tree.line(path)));
        }
    }

    /** A field that may be absent; null and absent are the same. */
    @Nullable
    JsonNode optional(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String name) {
        return optional(name) != null;
    }

    String text(String name, @Nullable String fallback) {
        JsonNode value = optional(name);
        if (value == null) {
            if (fallback == null) {
                fault(name, "a text", "nothing: the field is required");
                return "";
            }
            return fallback;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            fault(name, "a text", show(value));
            return "";
        }
        return value.textValue();
    }

    /** An integer in a range; a missing one without fallback is a fault. The result always lies in the range. */
    long integer(String name, long min, long max, @Nullable Long fallback) {
        JsonNode value = optional(name);
        String range =
                max == Long.MAX_VALUE ? "an integer, " + min + " or more" : "an integer from " + min + " to " + max;
        if (value == null) {
            if (fallback == null) {
                fault(name, range, "nothing: the field is required");
                return min;
            }
            return fallback;
        }
        if (!value.isIntegralNumber()
                || value.bigIntegerValue().compareTo(BigInteger.valueOf(min)) < 0
                || value.bigIntegerValue().compareTo(BigInteger.valueOf(max)) > 0) {
            fault(name, range, show(value));
            return fallback == null ? min : fallback;
        }
        return value.longValue();
    }

    /** A number in [0, 1]; a missing one without fallback is a fault. */
    double share(String name, @Nullable Double fallback) {
        return number(name, 0, 1, fallback);
    }

    /** A number in a closed range; a missing one without fallback is a fault. The result always lies in the range. */
    double number(String name, double min, double max, @Nullable Double fallback) {
        JsonNode value = optional(name);
        String range = "a number from " + plain(min) + " to " + plain(max);
        if (value == null) {
            if (fallback == null) {
                fault(name, range, "nothing: the field is required");
                return min;
            }
            return fallback;
        }
        if (!value.isNumber() || !(value.doubleValue() >= min && value.doubleValue() <= max)) {
            fault(name, range, show(value));
            return fallback == null ? min : fallback;
        }
        return value.doubleValue();
    }

    boolean flag(String name, boolean fallback) {
        JsonNode value = optional(name);
        if (value == null || value.isBoolean()) {
            return value == null ? fallback : value.booleanValue();
        }
        fault(name, "true or false", show(value));
        return fallback;
    }

    /** A SHA-256, required. */
    String sha256(String name) {
        String hash = text(name, null);
        if (!hash.isEmpty() && !hash.matches("[0-9a-f]{64}")) {
            fault(name, "64 lower-case hexadecimal digits", hash);
        }
        return hash.matches("[0-9a-f]{64}") ? hash : "0".repeat(64);
    }

    LocalDate date(String name) {
        JsonNode value = optional(name);
        if (value == null) {
            fault(name, "a date such as 2026-11-21", "nothing: the field is required");
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(value.isTextual() ? value.textValue() : "");
        } catch (DateTimeParseException e) {
            fault(name, "a date such as 2026-11-21", show(value));
            return LocalDate.EPOCH;
        }
    }

    /** One of a set of words. */
    <T> T choice(String name, Map<String, T> words, T fallback) {
        JsonNode value = optional(name);
        if (value == null) {
            return fallback;
        }
        T chosen = value.isTextual() ? words.get(value.textValue()) : null;
        if (chosen == null) {
            fault(name, "one of " + String.join(", ", words.keySet()), show(value));
            return fallback;
        }
        return chosen;
    }

    /** A list of texts; absent is empty. */
    List<String> texts(String name) {
        JsonNode value = optional(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            fault(name, "a list of texts", show(value));
            return List.of();
        }
        List<String> texts = new java.util.ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()) {
                texts.add(value.get(i).textValue());
            } else {
                fault(name + "[" + i + "]", "a text", show(value.get(i)));
            }
        }
        return texts;
    }

    /** The fields of an inner object, an empty one where it is absent. */
    Fields object(String name) {
        JsonNode value = optional(name);
        return new Fields(tree, at(name), value == null ? JsonNodeFactory.instance.objectNode() : value, faults);
    }

    /** Reads every member of an inner object by the same function. */
    <T> Map<String, T> members(String name, Function<Fields, T> reader) {
        Fields inner = object(name);
        Map<String, T> members = new java.util.TreeMap<>();
        for (Iterator<String> names = inner.node.fieldNames(); names.hasNext(); ) {
            String member = names.next();
            members.put(member, reader.apply(inner.object(member)));
        }
        return members;
    }

    Iterator<String> names() {
        return node.fieldNames();
    }

    /** Notes a fault for every field that nobody asked for. */
    void rejectUnknown() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                fault(name, "one of the fields " + String.join(", ", known), "an unknown field");
            }
        }
    }

    void fault(String name, String expectation, String got) {
        faults.add(new RecipeFault(at(name), expectation, got, tree.line(at(name))));
    }

    /** How many faults were noted so far, in the whole recipe. */
    int faultCount() {
        return faults.size();
    }

    private String at(String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "." + name;
    }

    static String show(JsonNode value) {
        String text = value.isContainerNode() ? (value.isArray() ? "a list" : "an object") : value.toString();
        return text.length() > 80 ? text.substring(0, 77) + "..." : text;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
