package io.scapa.detection.attack;

import java.util.random.RandomGenerator;

/** Changes to where a text breaks and ends. */
public final class Layout {
    private static final double[] SHARES = {0.1, 0.3, 0.6};

    private Layout() {}

    /** The text with a blank line after a share of its sentences. */
    public static String breakSentences(String text, double share, RandomGenerator random) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = i > 0 && c == ' ' && ".!?".indexOf(text.charAt(i - 1)) >= 0;
            if (ends && random.nextDouble() < share) {
                out.append("\n\n");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The text without line breaks. */
    public static String oneLine(String text) {
        return text.replaceAll("\\s*\\n\\s*", " ");
    }

    /** The text laid out otherwise: half of the time without blank lines, else with some after sentences. */
    public static String shuffle(String text, RandomGenerator random) {
        return random.nextBoolean()
                ? oneLine(text)
                : breakSentences(text, SHARES[random.nextInt(SHARES.length)], random);
    }

    /** A random stretch of {@code least} to {@code most} words; the whole where the text is shorter. */
    public static String window(String text, int least, int most, RandomGenerator random) {
        int[] starts = wordStarts(text);
        int size = least + random.nextInt(most - least + 1);
        if (starts.length <= size) {
            return text;
        }
        int from = random.nextInt(starts.length - size);
        return text.substring(starts[from], starts[from + size]).strip();
    }

    private static int[] wordStarts(String text) {
        return java.util.stream.IntStream.range(0, text.length())
                .filter(i -> !Character.isWhitespace(text.charAt(i))
                        && (i == 0 || Character.isWhitespace(text.charAt(i - 1))))
                .toArray();
    }
}
