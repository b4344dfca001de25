package io.scapa.text.view;

/**
 * Evens out white space: a run of spaces and tabs is one space, spaces beside a line end go, and more than one blank line
 * is one. Undoes the attacks that only add space, and what layout adds.
 */
final class SpaceFolding {
    private static final int MOST_LINE_ENDS = 2;

    private SpaceFolding() {}

    static Derivation derive(String text) {
        int first = firstChange(text);
        return first < 0 ? Derivation.same(text) : fold(text, first);
    }

    /** Where the run of white space starts that must change first, or -1. */
    private static int firstChange(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (!isSpace(text.charAt(i))) {
                continue;
            }
            int end = runEnd(text, i);
            if (!isEven(text, i, end)) {
                return i;
            }
            i = end;
        }
        return -1;
    }

    private static Derivation fold(String text, int first) {
        Derivation.Writer writer = new Derivation.Writer(text);
        int length = text.length();
        for (int i = first; i < length; i++) {
            if (isSpace(text.charAt(i))) {
                int end = runEnd(text, i);
                writer.copyTo(i);
                foldRun(writer, text, i, end);
                i = end;
            }
        }
        return writer.finish();
    }

    /** Keeps the units that stand, so that each blank of the folded text leads back to one of the run. */
    private static void foldRun(Derivation.Writer writer, String text, int from, int to) {
        int lineEnds = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n' && lineEnds < MOST_LINE_ENDS) {
                lineEnds++;
                writer.dropTo(i);
                writer.copyTo(i + 1);
            }
        }
        if (lineEnds == 0) {
            writer.replaceTo(from + 1, " ");
        }
        writer.dropTo(to);
    }

    /** One space, one line end or one blank line. */
    private static boolean isEven(String text, int from, int to) {
        char first = text.charAt(from);
        return to - from == 1
                ? first == ' ' || first == '\n'
                : to - from == 2 && first == '\n' && text.charAt(from + 1) == '\n';
    }

    private static int runEnd(String text, int from) {
        int end = from + 1;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || (c > 0x7F && Character.isSpaceChar(c));
    }
}
