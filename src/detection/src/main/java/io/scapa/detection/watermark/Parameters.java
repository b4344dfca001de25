package io.scapa.detection.watermark;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a profile's parameters by name, with defaults and ranges. Every name that a scheme asked for is known; {@link
 * #end()} refuses the others, so that a misspelt parameter is an error and not silence.
 */
public final class Parameters {
    private final String profile;
    private final Map<String, Object> values;
    private final Set<String> known = new LinkedHashSet<>();

    Parameters(String profile, Map<String, Object> values) {
        this.profile = profile;
        this.values = values;
    }

    /** An integer in [least, most], or its default. */
    public int integer(String name, int otherwise, int least, int most) {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        String expected = "an integer in [" + least + ", " + most + "]";
        if (!(value instanceof Number number) || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw fault(name, value, expected);
        }
        if (number.doubleValue() < least || number.doubleValue() > most) {
            throw fault(name, value, expected);
        }
        return number.intValue();
    }

    /** A number strictly between two others, or its default. */
    public double between(String name, double otherwise, double above, double below) {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number && number.doubleValue() > above && number.doubleValue() < below) {
            return number.doubleValue();
        }
        throw fault(name, value, "a number in (" + above + ", " + below + ")");
    }

    /** One of the given words, or its default. */
    public String word(String name, String otherwise, Collection<String> words) {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String word && words.contains(word)) {
            return word;
        }
        throw fault(name, value, "one of " + words);
    }

    /** Any text, or its default. */
    public String text(String name, String otherwise) {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String text) {
            return text;
        }
        throw fault(name, value, "a text");
    }

    /** A 64-bit integer, signed or unsigned, as a number or a decimal text; its bits, or the default. */
    public long bits(String name, long otherwise) {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        try {
            BigInteger integer = new BigInteger(value.toString());
            if (integer.bitLength() <= 64) {
                return integer.longValue();
            }
        } catch (NumberFormatException e) {
            throw fault(name, value, "an integer of at most 64 bits");
        }
        throw fault(name, value, "an integer of at most 64 bits");
    }

    /** True or false, or its default. */
    public boolean flag(String name, boolean otherwise) {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw fault(name, value, "true or false");
    }

    /** Refuses parameters that nobody asked for. */
    public void end() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw fault(name, values.get(name), "no such parameter; this scheme has " + known);
            }
        }
    }

    /** The exception for a parameter out of place. */
    public WatermarkProfileException fault(String name, Object got, String expectation) {
        return new WatermarkProfileException(profile, "parameters." + name, got, expectation);
    }

    private @Nullable Object value(String name) {
        known.add(name);
        return values.get(name);
    }
}
