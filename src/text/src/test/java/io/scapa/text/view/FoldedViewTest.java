package io.scapa.text.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.provenance.Span;
import io.scapa.statistics.SeededStreams;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedViewTest {
    @ParameterizedTest
    @CsvSource({
        "Cyrillic in a Latin word, th\\u0435 \\u0455am\\u0435, the same",
        "a whole word of look-alikes between Latin words, this is \\u0430 test, this is a test",
        "several in a row, come \\u043E\\u0440 \\u0430 go, come op a go",
        "Armenian and Coptic, \\u0578ever mi\\u0578d the \\u2C85ule, never mind the rule",
        "the lunate sigma that NFKC calls a final sigma, \\u03F2ost, cost",
        "mathematical letters, \\uD835\\uDE9Dhe \\uD835\\uDC1C\\uD835\\uDC1A\\uD835\\uDC2D, the cat",
        "full width, \\uFF24\\uFF4F\\uFF47\\uFF01, Dog!",
        "a look-alike word between full-width words, \\uFF49\\uFF53 \\u0430 \\uFF43\\uFF41\\uFF54, is a cat",
        "ligatures and dots, \\uFB01ne\\u2026, fine...",
        "small Roman numerals, \\u217Cate, late",
    })
    void whatLooksLatinAmongLatinBecomesLatin(String what, String original, String folded) {
        assertThat(fold(CleanViewTest.unescape(original))).as(what).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Это простое русское предложение, а не подделка.",
                "а",
                "Компания Google выпустила новую версию, а Microsoft нет.",
                "В Москве и в США работают над IP-адресами.",
                "собакa с одной латинской буквой в слове",
                "Η γρήγορη αλεπού πηδάει πάνω από το σκυλί.",
                "the value of α is below ν in this study",
                "Δx and μm and kΩ",
                "Ես հայերեն եմ խոսում",
                "naïve façade — “quoted”, ćwiczenie, Straße, ılık",
            })
    void otherWritingStays(String text) {
        assertThat(fold(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'a  b', 'a b'",
        "'a\\t\\tb', 'a b'",
        "'a \\n b', 'a\\nb'",
        "'a\\n\\n\\n\\nb', 'a\\n\\nb'",
        "'a \\n \\n \\n b', 'a\\n\\nb'",
        "'a\\u00A0b\\u3000c\\u2009\\u200Ad', 'a b c d'",
        "'  a ', ' a '",
        "'a\\u1680b', 'a b'",
    })
    void whiteSpaceIsEvened(String original, String folded) {
        assertThat(fold(CleanViewTest.unescape(original))).isEqualTo(CleanViewTest.unescape(folded));
    }

    @Test
    void lowerCaseIsAsLong() {
        TextViews views = TextViews.of("ÀÉ İstanbul ΑΣ TEST\uD801\uDC00");
        assertThat(views.foldedLowerCase().text())
                .hasSameSizeAs(views.folded().text())
                .startsWith("àé istanbul")
                .contains(" test");
        assertThat(views.foldedLowerCase().toOriginal(0, 2)).isEqualTo(new Span(0, 2));
        StringBuilder all = new StringBuilder();
        new Random(1).ints(50_000, 0x20, 0xD800).forEach(all::appendCodePoint);
        String folded = TextViews.of(all.toString()).folded().text();
        assertThat(TextViews.of(all.toString()).foldedLowerCase().text()).hasSameSizeAs(folded);
    }

    @Test
    void spansLeadBackThroughEveryStep() {
        String original = "x\u200B\uFB01ne   th\u0435\u2026\nend";
        View folded = TextViews.of(original).folded();
        assertThat(folded.text()).isEqualTo("xfine the...\nend");
        assertThat(folded.toOriginal(1, 3)).as("the ligature").isEqualTo(new Span(2, 3));
        assertThat(folded.toOriginal(2, 3)).as("half of it").isEqualTo(new Span(2, 3));
        assertThat(folded.toOriginal(6, 9)).as("the word with the look-alike").isEqualTo(new Span(8, 11));
        assertThat(folded.toOriginal(9, 12)).as("the dots").isEqualTo(new Span(11, 12));
        assertThat(original.substring(
                        folded.toOriginal(13, 16).from(),
                        folded.toOriginal(13, 16).to()))
                .isEqualTo("end");
    }

    @Test
    void onRandomTextSpansStayInOrder() {
        RandomGenerator random = new SeededStreams(13).stream("folded", 0);
        for (int round = 0; round < 20_000; round++) {
            String original = NastyText.of(random, 1 + random.nextInt(20));
            View view = TextViews.of(original).folded();
            int from = 0;
            int to = 0;
            for (int i = 0; i < view.text().length(); i++) {
                Span span = view.toOriginal(i, i + 1);
                assertThat(span.from()).as(CleanViewTest.escape(original)).isGreaterThanOrEqualTo(from);
                assertThat(span.to()).isGreaterThanOrEqualTo(to).isLessThanOrEqualTo(original.length());
                from = span.from();
                to = span.to();
            }
        }
    }

    private static String fold(String text) {
        return TextViews.of(text).folded().text();
    }
}
