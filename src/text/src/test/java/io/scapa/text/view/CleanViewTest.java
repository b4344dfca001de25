package io.scapa.text.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.provenance.Span;
import io.scapa.statistics.SeededStreams;
import io.scapa.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanViewTest {
    @Test
    void printableAsciiIsItsOwnCleanViewWithoutACopy() {
        String text = "Plain text,\n\twith tabs and line ends.\n";
        TextViews views = TextViews.of(text);
        assertThat(views.clean().text()).isSameAs(text);
        assertThat(views.folded().toOriginal(3, 9)).isEqualTo(new Span(3, 9));
        assertThat(views.clean().isOriginal()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "zero-width space, so\\u200Bme, some",
        "word joiner, so\\u2060me, some",
        "byte order mark, \\uFEFFsome, some",
        "soft hyphen, so\\u00ADme, some",
        "bidirectional controls, \\u202Eabc\\u202C\\u2066d\\u2069\\u200F, abcd",
        "tag characters, a\\uDB40\\uDC41\\uDB40\\uDC42b, ab",
        "combining grapheme joiner, a\\u034Fb, ab",
        "Hangul filler, a\\u3164b\\u115F, ab",
        "control characters, a\\u0000b\\u0007\\u007F, ab",
        "Windows-1252 read as Latin-1, don\\u0092t \\u0093so\\u0094\\u0081, don\\u2019t \\u201Cso\\u201D",
        "CR LF, a\\r\\nb, a\\nb",
        "CR alone, a\\rb\\r, a\\nb\\n",
        "line and paragraph separators, a\\u2028b\\u2029c\\u000Cd\\u000Be, a\\nb\\nc\\nd\\ne",
        "decomposed letters, cafe\\u0301, caf\\u00E9",
        "a mark behind a zero-width space, cafe\\u200B\\u0301, caf\\u00E9",
        "Hangul jamo, \\u1112\\u1161\\u11AB, \\uD55C",
        "singletons, \\u212B\\u2126, \\u00C5\\u03A9",
        "unpaired surrogates, a\\uD800b\\uDC00, a\\uFFFDb\\uFFFD",
        "selector after a letter, a\\uFE00b\\uDB40\\uDD10, ab",
        "selector run after a Han character, \\u6F22\\uDB40\\uDD00\\uDB40\\uDD01, \\u6F22",
        "joiner between Latin letters, a\\u200Db\\u200Cc, abc",
    })
    void invisibleCarriersGo(String what, String original, String clean) {
        assertThat(clean(unescape(original))).as(what).isEqualTo(unescape(clean));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0645\\u06CC\\u200C\\u062E\\u0648\\u0627\\u0647\\u0645", // Persian: a non-joiner inside a word
                "\\u0915\\u094D\\u200D\\u0937", // Hindi: a joiner after a virama
                "\\u0D05\\u0D35\\u0D28\\u0D4D\\u200D ", // Malayalam: a final consonant
                "\\uD83D\\uDC68\\u200D\\uD83D\\uDC69\\u200D\\uD83D\\uDC67", // a family
                "\\u2764\\uFE0F\\u200D\\uD83D\\uDD25", // a heart on fire
                "\\uD83D\\uDC69\\uD83C\\uDFFD\\u200D\\u2695\\uFE0F", // a health worker
                "1\\uFE0F\\u20E3 ", // a keycap
                "\\u845B\\uDB40\\uDD00", // a Han character with its variant
                "\\u1820\\u180B", // Mongolian
                "r\\u00E9sum\\u00E9 \\u2014 \\u201Cna\\u00EFve\\u201D\\u2026 \\u00BD \\uFF21",
                "\\u0600\\u06DD \\uE200turn0search0\\uE201",
            })
    void whatWritingNeedsStays(String escaped) {
        assertThat(clean(unescape(escaped))).isEqualTo(unescape(escaped));
    }

    @Test
    void spansLeadBackOverWhatWasDroppedAndComposed() {
        View clean = TextViews.of("\uFEFFso\u200Bme cafe\u0301\r\nend").clean();
        assertThat(clean.text()).isEqualTo("some café\nend");
        assertThat(clean.toOriginal(0, 4)).isEqualTo(new Span(1, 6));
        assertThat(clean.toOriginal(8, 9)).as("the composed letter").isEqualTo(new Span(10, 12));
        assertThat(clean.toOriginal(9, 10)).as("the line end").isEqualTo(new Span(12, 14));
        assertThat(clean.toOriginal(13, 13)).as("the end").isEqualTo(new Span(17, 17));
        assertThat(clean.fromOriginal(0, 3)).isEqualTo(new Span(0, 2));
        assertThat(clean.fromOriginal(11, 12)).as("half of the composed letter").isEqualTo(new Span(8, 9));
        assertThat(clean.fromOriginal(12, 17)).isEqualTo(new Span(9, 13));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2patxt-v0.1.2-signed.txt",
                "writerslogic-a8-wrapper.txt",
                "writerslogic-a8-wrapper-padded.txt",
                "writerslogic-a8-two-wrappers.txt",
                "writerslogic-a8-bad-magic.txt",
                "writerslogic-a8-no-wrapper.txt"
            })
    void contentCredentialsLeaveTheVisibleText(String sample) throws IOException {
        String text = Files.readString(SharedFolder.require("c2pa-samples/" + sample));
        String visible = text.codePoints()
                .filter(c -> c < 0x80)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(clean(text)).isEqualTo(visible);
    }

    @Test
    void onRandomTextItIsNormalStableAndLeadsBack() {
        RandomGenerator random = new SeededStreams(11).stream("clean", 0);
        for (int round = 0; round < 20_000; round++) {
            String original = NastyText.of(random, 1 + random.nextInt(24));
            View view = TextViews.of(original).clean();
            String clean = view.text();
            assertThat(clean(clean)).as("stable for %s", escape(original)).isEqualTo(clean);
            assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC))
                    .as("NFC for %s", escape(original))
                    .isTrue();
            assertThat(clean.codePoints().noneMatch(CleanViewTest::isForbidden))
                    .as("carriers in %s", escape(original))
                    .isTrue();
            assertLeadsBack(original, view);
        }
    }

    @Test
    void aPileOfMarksCostsLinearTimeAndStaysAsItIs() {
        String pile = "a" + "\u0301\u0316".repeat(2_000_000);
        assertThat(clean(pile)).isEqualTo(pile);
        assertThat(TextViews.of(pile).folded().text()).isEqualTo(pile);
    }

    @Test
    void longTextsOfOneKindPass() {
        for (String unit : new String[] {
            "a", "\u200B", "é", "e\u0301", "中", "\uD83D\uDE00", "\r\n", " ", "\uDB40\uDD10", "\u0430", "\uFF21"
        }) {
            String text = unit.repeat(3_000_000 / unit.length());
            assertThat(TextViews.of(text).folded().text().length()).isLessThanOrEqualTo(text.length());
        }
    }

    /** Stretches of the view cover all of it in order, and lead to stretches of the original in order. */
    private static void assertLeadsBack(String original, View view) {
        int end = 0;
        for (int i = 0; i < view.text().length(); i++) {
            Span span = view.toOriginal(i, i + 1);
            assertThat(span.from())
                    .isGreaterThanOrEqualTo(i > 0 ? view.toOriginal(i - 1, i).from() : 0);
            assertThat(span.to()).isGreaterThanOrEqualTo(end).isLessThanOrEqualTo(original.length());
            assertThat(view.fromOriginal(span.from(), span.to()).from()).isLessThanOrEqualTo(i);
            assertThat(view.fromOriginal(span.from(), span.to()).to()).isGreaterThanOrEqualTo(i + 1);
            end = span.to();
        }
    }

    private static boolean isForbidden(int c) {
        return (c < 0x20 && c != '\n' && c != '\t')
                || (c >= 0x7F && c < 0xA0)
                || c == 0x200B
                || c == 0xFEFF
                || c == 0x202E
                || (c >= 0xD800 && c < 0xE000)
                || (c >= 0xE0000 && c < 0xE0100);
    }

    private static String clean(String text) {
        return TextViews.of(text).clean().text();
    }

    static String unescape(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (escaped.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                char control = escaped.charAt(++i);
                text.append(control == 'n' ? '\n' : control == 't' ? '\t' : '\r');
            }
        }
        return text.toString();
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(
                        c -> escaped.append(c >= 0x20 && c < 0x7F ? String.valueOf((char) c) : "\\u%04X".formatted(c)));
        return escaped.toString();
    }
}
