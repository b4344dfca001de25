package io.scapa.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.Candidate;
import io.scapa.curation.TestDocuments;
import io.scapa.provenance.PoolProbabilities;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every rule of the papers at its threshold and one step beyond, counted by hand. Where a page would break several rules, the
 * others are switched off.
 */
class ThresholdsTest {
    private static final String FIVE = "the ship and old mast ";

    /** Gopher, A1.1: "between 50 and 100,000 words". */
    @ParameterizedTest
    @CsvSource({"49, gopherQuality/words", "50, keep", "100000, keep", "100001, gopherQuality/words"})
    void gopherWords(int words, String expected) {
        assertThat(quality("the and ".repeat(words / 2) + (words % 2 == 1 ? "the" : "")))
                .isEqualTo(expected);
    }

    /** "mean word length is outside the range of 3 to 10 characters". */
    @Test
    void gopherMeanWordLength() {
        assertThat(quality("the and ".repeat(50))).as("300 / 100").isEqualTo("keep");
        assertThat(quality("the and ".repeat(49) + "the of")).as("299 / 100").isEqualTo("gopherQuality/meanWordLength");
        String ten = "the and stop riveted circumnavigating circumnavigating circumnavigator ";
        assertThat("theandstoprivetedcircumnavigatingcircumnavigatingcircumnavigator")
                .hasSize(64);
        assertThat(quality((ten + "sailed ").repeat(10) + "incomprehensibilities ".repeat(10)))
                .as("(64 + 6 + 21) / 9 = 10.1")
                .isEqualTo("gopherQuality/meanWordLength");
        assertThat(quality((ten + "sailed ").repeat(10) + "incomprehensibility1 ".repeat(10)))
                .as("(64 + 6 + 20) / 9 = 10")
                .isEqualTo("keep");
    }

    /** "symbol-to-word ratio greater than 0.1 for either the hash symbol or the ellipsis". */
    @ParameterizedTest
    @ValueSource(strings = {"#", "...", "…"})
    void gopherSymbols(String symbol) {
        String hundred = FIVE.repeat(19) + "the ship and old ";
        assertThat(quality(hundred + symbol.repeat(10) + "x"))
                .as("10 of 100 words")
                .isEqualTo("keep");
        assertThat(quality(hundred + symbol.repeat(11) + "x"))
                .as("11 of 100 words")
                .isEqualTo("gopherQuality/symbols");
    }

    @Test
    void gopherCountsTheTwoSymbolsApart() {
        assertThat(quality(FIVE.repeat(19) + "the ship and old " + "#".repeat(10) + "…".repeat(10) + "x"))
                .isEqualTo("keep");
    }

    /** "more than 90% of lines starting with a bullet point". */
    @ParameterizedTest
    @ValueSource(strings = {"• ", "- ", "* ", "– ", "● "})
    void gopherBullets(String bullet) {
        String line = "the ship and old mast and sail\n";
        assertThat(quality((bullet + line).repeat(9) + line)).as("9 of 10").isEqualTo("keep");
        assertThat(quality((bullet + line).repeat(10) + line)).as("10 of 11").isEqualTo("gopherQuality/bullets");
    }

    /** "more than 30% ending with an ellipsis". */
    @ParameterizedTest
    @ValueSource(strings = {"...", "…"})
    void gopherEllipses(String ellipsis) {
        String line = "the ship and old mast and sail of the fleet\n";
        String trailing = line.strip() + ellipsis + "\n";
        assertThat(quality(trailing.repeat(3) + line.repeat(7))).as("3 of 10").isEqualTo("keep");
        assertThat(quality(trailing.repeat(4) + line.repeat(9))).as("4 of 13").isEqualTo("gopherQuality/ellipses");
    }

    /** "80% of words in a document contain at least one alphabetic character". */
    @Test
    void gopherAlphabeticWords() {
        assertThat(quality("the and ".repeat(40) + "1234 ".repeat(20)))
                .as("80 of 100")
                .isEqualTo("keep");
        assertThat(quality("the and ".repeat(39) + "the " + "1234 ".repeat(21)))
                .as("79 of 100")
                .isEqualTo("gopherQuality/alphabetic");
        assertThat(quality("the and ".repeat(40) + "a1234 ".repeat(20)))
                .as("one letter will do")
                .isEqualTo("keep");
    }

    /** "at least two of the following English words: the, be, to, of, and, that, have, with". */
    @ParameterizedTest
    @ValueSource(strings = {"the", "be", "to", "of", "and", "that", "have", "with"})
    void gopherStopWords(String word) {
        String rest = "ship sail mast keel ".repeat(15);
        String other = word.equals("the") ? "of" : "the";
        assertThat(quality(rest + (word + " ").repeat(5))).as("one of them").isEqualTo("gopherQuality/stopWords");
        assertThat(quality(rest + word.toUpperCase(java.util.Locale.ROOT) + ", " + other))
                .as("two of them")
                .isEqualTo("keep");
    }

    /** Gopher, table A1: fractions of lines and paragraphs, and of the characters in them. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n\n"})
    void gopherDuplicateLinesAndParagraphs(String end) {
        String rule = end.length() == 1 ? "Line" : "Paragraph";
        String reason = "gopherRepetition/" + (end.length() == 1 ? "lines" : "paragraphs");
        String others = distinct(6).collect(Collectors.joining(end)) + end;
        String same = ("same" + end).repeat(4);
        assertThat(repetition(others + same, "maxDuplicate" + rule + "s"))
                .as("3 repeat, of 10")
                .isEqualTo("keep");
        assertThat(repetition(same + others + ("same" + end), "maxDuplicate" + rule + "s"))
                .as("4 repeat, of 11")
                .isEqualTo(reason);

        String twenty = "twentycharactersline";
        assertThat(repetition(twenty + end + twenty + end + "x".repeat(60), "maxDuplicate" + rule + "Characters"))
                .as("20 of 100 characters")
                .isEqualTo("keep");
        assertThat(repetition(twenty + end + twenty + end + "x".repeat(59), "maxDuplicate" + rule + "Characters"))
                .as("20 of 99 characters")
                .isEqualTo(reason);
    }

    /** "the fraction of characters contained within the most frequently-occurring n-gram": words of two letters, so 2n each time. */
    @ParameterizedTest
    @CsvSource({"2, 5, 100", "3, 3, 100", "4, 2, 100"})
    void gopherTopGrams(int n, int times, int characters) {
        String rule = "maxTop" + n + "Gram";
        assertThat(repetition(page(n, times, characters), rule))
                .as("%d of %d", 2 * n * times, characters)
                .isEqualTo("keep");
        assertThat(repetition(page(n, times, characters - 1), rule))
                .as("%d of %d", 2 * n * times, characters - 1)
                .isEqualTo("gopherRepetition/top" + n + "Gram");
    }

    @Test
    void theMostFrequentGramCountsNotTheOneWithMostCharacters() {
        List<String> words =
                List.of("a b u a b v a b w incomprehensible sailing x incomprehensible sailing".split(" "));
        assertThat(new NGramCounts(words).topCharacters(2))
                .as("'a b' three times")
                .isEqualTo(6);
        assertThat(new NGramCounts(List.of("a b u a b cd ef v cd ef".split(" "))).topCharacters(2))
                .as("of two as frequent the longer one")
                .isEqualTo(8);
    }

    /** "the fraction of characters contained within all duplicate n-grams": 2n for each time after the first. */
    @ParameterizedTest
    @CsvSource({"5, 4, 200", "6, 8, 600", "7, 14, 1400", "8, 4, 400", "9, 12, 1800", "10, 2, 200", "6, 15, 1200"})
    void gopherDuplicateGrams(int n, int times, int characters) {
        String rule = "maxDuplicate" + n + "Grams";
        assertThat(repetition(page(n, times, characters), rule))
                .as("%d of %d", 2 * n * (times - 1), characters)
                .isEqualTo("keep");
        assertThat(repetition(page(n, times, characters - 1), rule))
                .as("%d of %d", 2 * n * (times - 1), characters - 1)
                .isEqualTo("gopherRepetition/duplicate" + n + "Grams");
    }

    /** Product and quotient differ in floating point: 0.14 * 50 is more than 7, and 0.67 * 1500 more than 1005. */
    @Test
    void sharesAreComparedAsSharesSoThatTheThresholdItselfIsMet() {
        assertThat(0.14 * 50).isGreaterThan(7);
        assertThat(0.67 * 1500).isGreaterThan(1005);
        String page = "A short line.\n"
                + distinct(1004).map(w -> w + ".\n").collect(Collectors.joining())
                + distinct(1499)
                        .skip(1004)
                        .map(w -> w + " a line of thirty characters or more.\n")
                        .limit(495)
                        .collect(Collectors.joining());
        assertThat(page.lines()).hasSize(1500);
        assertThat(fineWeb(page)).as("1005 of 1500").isEqualTo("fineweb/shortLines");
    }

    /** FineWeb, 3.5: "fraction of lines ending with punctuation <= 0.12". */
    @Test
    void fineWebPunctuation() {
        assertThat(fineWeb(lines(12, ".", 88, ""))).as("12 of 100").isEqualTo("fineweb/punctuation");
        assertThat(fineWeb(lines(13, ".", 87, ""))).as("13 of 100").isEqualTo("keep");
    }

    /** "fraction of characters in duplicated lines >= 0.1". */
    @Test
    void fineWebDuplicateLines() {
        String twice = "x".repeat(39) + ".\n";
        assertThat(fineWeb(twice.repeat(2) + "y".repeat(319) + "."))
                .as("40 of 400")
                .isEqualTo("fineweb/duplicateLines");
        assertThat(fineWeb(twice.repeat(2) + "y".repeat(320) + "."))
                .as("40 of 401")
                .isEqualTo("keep");
    }

    /** "fraction of lines shorter than 30 characters >= 0.67". */
    @Test
    void fineWebShortLines() {
        assertThat(fineWeb(shortLines(67, 29)))
                .as("67 of 100, of 29 characters")
                .isEqualTo("fineweb/shortLines");
        assertThat(fineWeb(shortLines(66, 29))).as("66 of 100").isEqualTo("keep");
        assertThat(fineWeb(shortLines(100, 30))).as("30 is not shorter than 30").isEqualTo("keep");
    }

    /** C4, 2.2: "fewer than 3 sentences", "lines that contained at least 5 words". */
    @Test
    void c4SentencesAndWords() {
        String line = "The old ship left port.\n";
        assertThat(c4(line.repeat(3))).as("3 lines of 5 words").isEqualTo("keep");
        assertThat(c4(line.repeat(2))).isEqualTo("c4/sentences");
        assertThat(c4(line.repeat(2) + "The ship left port.\n")).as("4 words").isEqualTo("c4/sentences");
    }

    /** "a period, exclamation mark, question mark, or end quotation mark". */
    @ParameterizedTest
    @ValueSource(strings = {".", "!", "?", "\"", "”"})
    void c4TerminalMarks(String mark) {
        assertThat(c4(("The old ship left port" + mark + "\n").repeat(3))).isEqualTo("keep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ":", ";", ")", "…"})
    void c4LinesWithoutTerminalMark(String mark) {
        assertThat(c4(("The old ship left port" + mark + "\n").repeat(3))).isEqualTo("c4/sentences");
    }

    /** Lines with the word Javascript, and with the notices that the paper lists, do not count. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "JavaScript",
                "Terms of Use",
                "privacy policy",
                "Cookie Policy",
                "site uses cookies",
                "use of cookies",
                "we use cookies"
            })
    void c4Notices(String notice) {
        String line = "The old ship left port.\n";
        assertThat(c4(line.repeat(2) + "Read all about " + notice + " at once.\n"))
                .isEqualTo("c4/sentences");
        assertThat(c4(line.repeat(3) + "Read all about " + notice + " at once.\n"))
                .as("the page stays, the line does not count")
                .isEqualTo("keep");
    }

    @ParameterizedTest
    @CsvSource({"lorem ipsum, c4/loremIpsum", "Lorem Ipsum, c4/loremIpsum", "{, c4/curlyBracket", "lorem, keep"})
    void c4Pages(String phrase, String expected) {
        assertThat(c4("The old ship left port.\n".repeat(3) + phrase)).isEqualTo(expected);
    }

    /** A gram of n words of two letters so many times, words that occur once between, in all so many characters. */
    private static String page(int n, int times, int characters) {
        String gram = IntStream.range(0, n)
                .mapToObj(i -> "" + (char) ('a' + i) + (char) ('a' + i))
                .collect(Collectors.joining(" "));
        StringBuilder page = new StringBuilder();
        int rest = characters - 2 * n * times;
        for (int i = 0; i < times; i++) {
            String once = i == times - 1 ? "Z".repeat(rest) : "%c%c".formatted('A' + i / 24, 'A' + i % 24);
            rest -= once.length();
            page.append(gram).append(' ').append(once).append(' ');
        }
        return page.toString();
    }

    private static java.util.stream.Stream<String> distinct(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "line" + (char) ('a' + i / 676) + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26));
    }

    private static String lines(int marked, String mark, int others, String other) {
        String long30 = " is a line of more than thirty characters";
        return distinct(marked + others)
                        .limit(marked)
                        .map(w -> w + long30 + mark + "\n")
                        .collect(Collectors.joining())
                + distinct(marked + others)
                        .skip(marked)
                        .map(w -> w + long30 + other + "\n")
                        .collect(Collectors.joining());
    }

    private static String shortLines(int count, int length) {
        return distinct(100)
                        .limit(count)
                        .map(w -> w + "x".repeat(length - w.length() - 1) + ".\n")
                        .collect(Collectors.joining())
                + distinct(100)
                        .skip(count)
                        .map(w -> w + " is a line of more than thirty characters.\n")
                        .collect(Collectors.joining());
    }

    private static String quality(String text) {
        return word(new GopherQuality(GopherQuality.defaults()).decide(candidate(), PageText.of(text)));
    }

    /** One rule alone: all other thresholds are at 1. */
    private static String repetition(String text, String rule) {
        Map<String, Double> thresholds = new HashMap<>(GopherRepetition.defaults());
        thresholds.replaceAll((name, value) -> name.equals(rule) ? value : 1.0);
        return word(new GopherRepetition(thresholds).decide(candidate(), PageText.of(text)));
    }

    private static String c4(String text) {
        return word(new C4Rules(C4Rules.defaults()).decide(candidate(), PageText.of(text)));
    }

    private static String fineWeb(String text) {
        return word(new FineWebRules(FineWebRules.defaults()).decide(candidate(), PageText.of(text)));
    }

    private static Candidate candidate() {
        return TestDocuments.candidate("id", "text", "web", new PoolProbabilities(0, 0, 1, 0));
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Keep keep -> "keep";
            case Decision.Drop drop -> drop.reason();
        };
    }
}
