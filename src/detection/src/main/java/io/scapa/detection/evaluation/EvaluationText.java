package io.scapa.detection.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An evaluation in the very words of {@code roc.py} without {@code --json}, so that the two can be compared line by line. */
final class EvaluationText {
    private EvaluationText() {}

    static String of(Map<String, @Nullable Object> evaluation) {
        StringBuilder text = new StringBuilder();
        evaluation.forEach((section, value) -> section(text, section, value));
        return text.toString();
    }

    private static void section(StringBuilder text, String section, @Nullable Object value) {
        if (value instanceof Map<?, ?> rows
                && !rows.isEmpty()
                && rows.values().stream().allMatch(Map.class::isInstance)) {
            text.append(section).append(":\n");
            rows.forEach((name, row) -> text.append("  ")
                    .append(padded(String.valueOf(name)))
                    .append(' ')
                    .append(literal(row))
                    .append('\n'));
        } else {
            text.append(section).append(": ").append(literal(value)).append('\n');
        }
    }

    private static String padded(String name) {
        int missing = 32 - name.codePointCount(0, name.length());
        return missing > 0 ? name + " ".repeat(missing) : name;
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> "'" + e.getKey() + "': " + literal(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Double number -> number(number);
            case String string -> "'" + string + "'";
            default -> value.toString();
        };
    }

    /** As Python writes it, for what a threshold or a share can be. */
    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e16)) {
            return Double.toString(value)
                    .replace(".0E", "E")
                    .replace("E-", "e-0")
                    .replace("E", "e+");
        }
        String plain = new BigDecimal(Double.toString(value)).toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }
}
