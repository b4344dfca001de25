package io.scapa.detection.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feature must see the author, not the file: spacing, quotes, tokenisers, look-alikes and lost line breaks are evened out. */
class FeatureTextTest {
    private static String canonical(String text) {
        FeatureText read = new FeatureText();
        read.read(text, Integer.MAX_VALUE);
        return new String(read.canonical(), 0, read.length()).strip();
    }

    @Test
    void wordsNumbersMarksAndBlankLinesAreTokens() {
        assertThat(canonical("In 1984, it's (almost) over.\n\nNext!"))
                .isEqualTo("in 0 , it's ( almost ) over . \u00b6 next !");
    }

    @Test
    void singleLineBreaksAreSpaces() {
        assertThat(canonical("a\nb\r\nc")).isEqualTo("a b c");
    }

    @Test
    void whatTreebankTokenisersPullApartIsPutTogether() {
        assertThat(canonical("I ca n't . He said `` yes '' , John 's way ; they 'll go"))
                .isEqualTo(canonical("I can't. He said \"yes\", John's way; they'll go"));
    }

    @Test
    void quotesAroundWordsAreNoEndings() {
        assertThat(canonical("the 'some' thing")).isEqualTo("the ' some ' thing");
    }

    @Test
    void lookAlikesInvisiblesAndCompatibilityFormsAreFolded() {
        assertThat(canonical("p\u0430yp\u0430l wo\u200brld \uff21\uff22 \ufb01ne \u201cx\u201d a\u2019s"))
                .isEqualTo(canonical("paypal world AB fine \"x\" a's"));
    }

    @Test
    void russianKeepsItsLetters() {
        assertThat(
                        canonical(
                                "\u0412\u0441\u0435 \u0441\u0447\u0430\u0441\u0442\u043b\u0438\u0432\u044b\u0435 \u0441\u0435\u043c\u044c\u0438"))
                .isEqualTo(
                        "\u0432\u0441\u0435 \u0441\u0447\u0430\u0441\u0442\u043b\u0438\u0432\u044b\u0435 \u0441\u0435\u043c\u044c\u0438");
    }

    @Test
    void dotsAndDashesHaveOneSpelling() {
        assertThat(canonical("so.. . well -- then\u2014and . . ."))
                .isEqualTo("so \u2026 well \u2014 then \u2014 and \u2026");
    }

    @Test
    void theLiteralLineBreakOfACorpusIsDropped() {
        assertThat(canonical("It was good. nnThe rest nn was not")).isEqualTo("it was good . the rest was not");
    }

    @Test
    void caseIsKeptAsTheKindOfAWord() {
        FeatureText read = new FeatureText();
        read.read("The USA and i", 100);
        assertThat(new byte[] {read.kind(0), read.kind(1), read.kind(2), read.kind(3)})
                .containsExactly(FeatureText.CAPITALISED, FeatureText.CAPITALS, FeatureText.WORD, FeatureText.WORD);
        assertThat(read.words()).isEqualTo(4);
    }

    @Test
    void offsetsLeadBackToTheText() {
        String text = "One two,  three";
        FeatureText read = new FeatureText();
        read.read(text, 100);
        assertThat(text.substring(read.offset(3))).isEqualTo("three");
        assertThat(read.offset(read.tokens())).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n\n",
                "\ud800",
                "\udc00\ud800x",
                "'",
                "n't",
                "'s",
                "nn",
                "``",
                "--",
                "...",
                "\u0301\u0301",
                "\u0000\u0001",
                "nnnn nn'nn"
            })
    void anyStringIsRead(String odd) {
        FeatureText read = new FeatureText();
        read.read(odd, 100);
        assertThat(read.tokens()).isBetween(0, odd.length());
        for (int t = 0; t < read.tokens(); t++) {
            assertThat(read.size(t)).isPositive();
        }
    }

    @Test
    void aBufferHoldsOnlyItsLastText() {
        FeatureText read = new FeatureText();
        read.read("a much longer text than the next one, with more tokens", 1000);
        read.read("short", 1000);
        assertThat(read.tokens()).isEqualTo(1);
        assertThat(read.hash(0)).isEqualTo(Hashing.of("short"));
    }
}
