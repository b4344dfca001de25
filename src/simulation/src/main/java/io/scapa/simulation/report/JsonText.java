package io.scapa.simulation.report;

/**
 * Writes JSON text in one pass. A library's mapper would cost a one-shot command more time to load than its simulation
 * takes to run; this writes the few shapes that a report has. Numbers that are not finite become null.
 */
final class JsonText {
    private final StringBuilder out = new StringBuilder(65_536);
    private boolean first = true;

    JsonText open() {
        separate();
        out.append('{');
        first = true;
        return this;
    }

    JsonText open(String name) {
        name(name);
        out.append('{');
        first = true;
        return this;
    }

    JsonText close() {
        out.append('}');
        first = false;
        return this;
    }

    JsonText list(String name) {
        name(name);
        out.append('[');
        first = true;
        return this;
    }

    JsonText endList() {
        out.append(']');
        first = false;
        return this;
    }

    JsonText put(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    JsonText put(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonText put(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonText put(String name, double value) {
        name(name);
        number(value);
        return this;
    }

    JsonText add(String value) {
        separate();
        quote(value);
        return this;
    }

    JsonText add(double value) {
        separate();
        number(value);
        return this;
    }

    private void number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.append((long) value);
        } else if (Double.isFinite(value)) {
            out.append(value);
        } else {
            out.append("null");
        }
    }

    private void name(String name) {
        separate();
        quote(name);
        out.append(':');
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    String finish() {
        return out.append('\n').toString();
    }
}
