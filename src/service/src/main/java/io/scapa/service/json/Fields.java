package io.scapa.service.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.service.problem.Fault;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object and collects everything that is wrong with them. */
public final class Fields {
    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;

    private Fields(JsonNode object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** The fields of a body. */
    public static Fields of(JsonNode object) {
        return new Fields(object, "", new ArrayList<>());
    }

    /** The objects of an array; none where it is absent. */
    public List<Fields> objects(String name) {
        List<Fields> found = new ArrayList<>();
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return found;
        }
        if (!value.isArray()) {
            fault(name, "an array of objects", value);
            return found;
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isObject()) {
                found.add(new Fields(value.get(i), at(name) + "[" + i + "].", faults));
            } else {
                fault(name + "[" + i + "]", "an object", value.get(i));
            }
        }
        return found;
    }

    /** A text, or null where it is absent. */
    public @Nullable String optionalText(String name) {
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            fault(name, "a text that is not empty", value);
            return null;
        }
        return value.textValue();
    }

    /** A text. */
    public String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            missing(name, "a text");
            return "";
        }
        return text;
    }

    /** Texts; none where they are absent. */
    public List<String> texts(String name) {
        List<String> found = new ArrayList<>();
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return found;
        }
        if (!value.isArray()) {
            fault(name, "an array of texts", value);
            return found;
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()) {
                found.add(value.get(i).textValue());
            } else {
                fault(name + "[" + i + "]", "a text", value.get(i));
            }
        }
        return found;
    }

    /** A whole number within limits. */
    public int integer(String name, int least, int most) {
        Integer value = optionalInteger(name, least, most);
        if (value == null) {
            missing(name, "a whole number");
            return least;
        }
        return value;
    }

    /** A whole number within limits, or null where it is absent. */
    public @Nullable Integer optionalInteger(String name, int least, int most) {
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            fault(name, "a whole number from " + least + " to " + most, value);
            return null;
        }
        return value.intValue();
    }

    /** An instant as ISO 8601 has it, or null where it is absent. */
    public @Nullable Instant optionalInstant(String name) {
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return null;
        }
        try {
            return Instant.parse(value.isTextual() ? value.textValue() : "");
        } catch (DateTimeParseException e) {
            fault(name, "an instant such as 2022-11-30T00:00:00Z", value);
            return null;
        }
    }

    /** A constant by its name, or null where it is absent. */
    public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (value.isTextual() && constant.name().equals(value.textValue())) {
                return constant;
            }
        }
        fault(name, "one of " + List.of(type.getEnumConstants()), value);
        return null;
    }

    /** An object as it stands, or null where it is absent. */
    public @Nullable JsonNode optionalObject(String name) {
        JsonNode value = object.get(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isObject()) {
            fault(name, "an object", value);
            return null;
        }
        return value;
    }

    /** Faults every field but these. */
    public void allowOnly(Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(Fault.of(
                        at(name), "one of the fields " + known.stream().sorted().toList(), "an unknown field"));
            }
        });
    }

    /** Notes a fault of a field. */
    public void fault(String name, String expectation, JsonNode got) {
        faults.add(Fault.of(at(name), expectation, got.toString()));
    }

    private void missing(String name, String expectation) {
        String at = at(name);
        if (faults.stream().noneMatch(fault -> at.equals(fault.field()))) {
            faults.add(Fault.of(at, expectation, "nothing: the field is required"));
        }
    }

    /** @throws ProblemException with every fault, where there is one */
    public void check() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badInput(faults));
        }
    }

    private String at(String name) {
        return path + name;
    }

    private static boolean isAbsent(@Nullable JsonNode value) {
        return value == null || value.isNull();
    }
}
