package io.scapa.text.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.statistics.SeededStreams;
import java.text.Normalizer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the JDK's normaliser over the whole text. */
class NormalFormTest {
    @ParameterizedTest
    @EnumSource(
            value = Normalizer.Form.class,
            names = {"NFC", "NFKC"})
    void everyCodePointAloneAndBetweenOthers(Normalizer.Form form) {
        for (int c = 0; c < 0x110000; c++) {
            if (c < 0xD800 || c > 0xDFFF) {
                assertSame(form, "a" + Character.toString(c) + "\u0301b");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Normalizer.Form.class,
            names = {"NFC", "NFKC"})
    void everyDecompositionComposesAgain(Normalizer.Form form) {
        for (int c = 0; c < 0x110000; c++) {
            if (c >= 0xD800 && c <= 0xDFFF) {
                continue;
            }
            String decomposed = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
            assertSame(form, "x" + decomposed + "y");
            String canonical = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            assertSame(form, canonical + canonical);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Normalizer.Form.class,
            names = {"NFC", "NFKC"})
    void randomText(Normalizer.Form form) {
        RandomGenerator random = new SeededStreams(12).stream("normal form", form.ordinal());
        for (int round = 0; round < 30_000; round++) {
            String text = NastyText.of(random, 1 + random.nextInt(12));
            if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
                assertSame(form, text);
            }
        }
    }

    private static void assertSame(Normalizer.Form form, String text) {
        String actual = NormalForm.composed(form).derive(text).text();
        if (!actual.equals(Normalizer.normalize(text, form))) {
            assertThat(CleanViewTest.escape(actual))
                    .as(CleanViewTest.escape(text))
                    .isEqualTo(CleanViewTest.escape(Normalizer.normalize(text, form)));
        }
    }
}
