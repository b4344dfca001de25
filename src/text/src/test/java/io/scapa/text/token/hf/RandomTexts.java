package io.scapa.text.token.hf;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded strings of seven scripts, with numbers, spaces, punctuation, accents, emoji and control characters among them. */
final class RandomTexts {
    private static final String[] WORDS = {
        "the",
        "There's",
        "water",
        "WE'LL",
        "caf\u00E9",
        "na\u00EFve",
        "Stra\u00DFe",
        "\u00DCber",
        "ni\u00F1o",
        "d\u00E9j\u00E0",
        "\u043F\u0440\u0438\u0432\u0435\u0442",
        "\u041C\u043E\u0441\u043A\u0432\u0430",
        "\u0451\u043B\u043A\u0430",
        "\u0627\u0644\u0633\u0644\u0627\u0645",
        "\u0645\u0631\u062D\u0628\u064B\u0627",
        "\u4E16\u754C",
        "\u4F60\u597D",
        "\u6771\u4EAC\u3067\u3059",
        "\u30AB\u30BF\u30AB\u30CA",
        "\uFF21\uFF22\uFF43",
        "\u0928\u092E\u0938\u094D\u0924\u0947",
        "\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2",
        "\u039F\u0394\u039F\u03A3",
        "\uAC00\uB098\uB2E4",
        "\u1100\u1161",
        "\uFB01ne",
        "I\u0307stanbul",
        "\u0130zmir",
        "e\u0301te\u0301",
        "x\u00B2",
        "\u2167",
        "2024",
        "3.14",
        "\u0663\u0664",
        "1,000",
        "\uD83D\uDE00",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\uD83C\uDDE9\uD83C\uDDEA",
        "don't",
        "it\u2019s",
        "...",
        "?!",
        "(a)",
        "#tag",
        "<unk>",
        "$x_1",
        "--",
        "\u2014",
        "\u300C\u3002",
        "\u0E01\u0E33",
        "\u05E9\u05DC\u05D5\u05DD"
    };
    private static final String[] GAPS = {
        " ", " ", " ", " ", " ", "", "", "  ", "\n", "\r\n", "\t", " \n\n ", "\u00A0", "\u3000", "\u2009", "\u200B",
        "\u2581", "\u0301", "\u00AD", "\u0085", "\u0001", "\uFEFF", "\uFFFD", "\u2028", "_"
    };
    private static final int[][] RANGES = {
        {0x20, 0x7E},
        {0xA1, 0x24F},
        {0x370, 0x3FF},
        {0x400, 0x4FF},
        {0x620, 0x64A},
        {0x905, 0x939},
        {0x3041, 0x30FF},
        {0x4E00, 0x9FA5},
        {0xAC00, 0xD7A3},
        {0xFF01, 0xFF5E},
        {0x1F600, 0x1F64F}
    };

    private RandomTexts() {}

    /** Strings numbered from a start: the same for the same number. */
    static List<String> batch(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(RandomTexts::text).toList();
    }

    private static String text(int number) {
        SplittableRandom random = new SplittableRandom(number * 7919L);
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(14);
        for (int i = 0; i < parts; i++) {
            if (random.nextInt(5) == 0) {
                int[] range = RANGES[random.nextInt(RANGES.length)];
                int length = 1 + random.nextInt(6);
                for (int j = 0; j < length; j++) {
                    int c = range[0] + random.nextInt(range[1] - range[0] + 1);
                    text.appendCodePoint(Character.isDefined(c) ? c : '?');
                }
            } else {
                text.append(WORDS[random.nextInt(WORDS.length)]);
            }
            text.append(GAPS[random.nextInt(GAPS.length)]);
        }
        return text.toString();
    }

    /** With what is not printable ASCII escaped: for messages. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars()
                .forEach(
                        c -> shown.append(c >= 0x20 && c < 0x7F ? Character.toString(c) : String.format("\\u%04X", c)));
        return shown.toString();
    }
}
