package io.scapa.detection.residue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.provenance.Evidence;
import io.scapa.text.view.TextViews;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidueDetectorTest {
    private final ResidueDetector detector = new ResidueDetector(ResiduePatterns.all());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search-placeholder | Paris is large citeturn0search12 and old.",
                "reference-bug | As shown :contentReference[oaicite:3]{index=3} here",
                "attribution-json | end ({\"attribution\":{\"attributableIndex\":\"12-3\"}})",
                "tracking-parameter | see https://example.org/a?utm_source=chatgpt.com",
                "self-naming | I feel nothing, as an AI language model.",
                "knowledge-cut-off | As of my last update in 2021 it was open.",
                "button | The end. Regenerate response",
                "compliant-opener | Certainly! Here are five ideas.",
                "deliverable-opener | Here is a possible continuation of the review: it was fine.",
                "refusal | I'm sorry, but I cannot help with that.",
                "offer-to-go-on | Would you like me to shorten it?",
                "unfilled-template | Dear [Recipient's Name], welcome.",
                "markdown-heading | ## Results"
            })
    void findsEachPattern(String name, String text) {
        assertThat(detector.find(TextViews.of(text)))
                .extracting(Evidence::detector)
                .contains("residue/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure, he said, and left.",
                "The turn of the century was a turning point.",
                "She spoke of a large language family.",
                "",
                "[1] See the notes; C# is a language."
            })
    void ordinaryTextHasNone(String text) {
        assertThat(detector.find(TextViews.of(text))).isEmpty();
    }

    @Test
    void lookAlikeLettersHideNothing() {
        String disguised = "I feel nothing, \u0430s \u0430n AI l\u0430ngu\u0430ge m\u043ed\u0435l.";
        Evidence evidence = detector.find(TextViews.of(disguised)).getFirst();
        assertThat(evidence.detector()).isEqualTo("residue/self-naming");
        assertThat(disguised.substring(evidence.span().from(), evidence.span().to()))
                .isEqualTo("\u0430s \u0430n AI l\u0430ngu\u0430ge m\u043ed\u0435l");
        assertThat(detector.find(TextViews.of(
                        "\u042d\u0442\u043e \u043f\u0440\u043e\u0441\u0442\u043e \u0442\u0435\u043a\u0441\u0442.")))
                .isEmpty();
    }

    @Test
    void theSpanPointsIntoTheTextAsReceived() {
        String original = "\u200bIt is\u200b, as an AI\u200b model, good.";
        Evidence evidence = detector.find(TextViews.of(original)).getFirst();
        assertThat(original.substring(evidence.span().from(), evidence.span().to()))
                .isEqualTo("as an AI\u200b model");
    }

    @Test
    void weightsAreMeasuredAgainstTheUpperLimitOfHumans() {
        ResiduePattern opener = ResiduePatterns.all().stream()
                .filter(p -> p.name().equals("compliant-opener"))
                .findFirst()
                .orElseThrow();
        double upperOfNone = 1 - Math.pow(0.025, 1.0 / ResiduePattern.HUMANS);
        assertThat(opener.logLikelihoodRatio()).isCloseTo(Math.log(641.5 / 51741 / upperOfNone), within(0.7));
        assertThat(ResiduePatterns.all())
                .allSatisfy(p -> assertThat(p.logLikelihoodRatio()).isBetween(0.0, 8.0));
    }

    @Test
    void tamperingIsFoundAndMovesNothing() {
        List<Evidence> found = new TamperingDetector().find("p\u0430ssword and zero\u200bwidth");
        assertThat(found)
                .extracting(Evidence::detector)
                .containsExactly("tampering/invisible-characters", "tampering/look-alike-letters");
        assertThat(found).allSatisfy(e -> assertThat(e.logLikelihoodRatio()).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "\u0440\u0443\u0441\u0441\u043a\u0438\u0439 text",
                "family \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\ufeffbyte order mark",
                "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
            })
    void honestTextIsNotTampered(String text) {
        assertThat(new TamperingDetector().find(text)).isEmpty();
    }

    /** Whatever an expression finds in texts put together from residue and its near misses, the quick look lets through. */
    @Test
    void theQuickLookHidesNoMatch() {
        String[] parts = {
            "turn",
            "turn0",
            "turn1search2",
            "citeturn0news1",
            " ",
            "\n",
            "\t\u000b",
            "Sure",
            "sure",
            "Certainly!",
            "Sure, ",
            "Here",
            "Here is ",
            "Here's a ",
            "Here\u2019s the ",
            "version",
            "summary of",
            "I",
            " I cannot provide",
            "I'm sorry, but I cannot",
            "as an AI model",
            "knowledge cutoff",
            "Would you like me to",
            "let me know if you do.",
            "[Your Name]",
            "## a",
            "utm_source=openai",
            "oaicite",
            "Regenerate response",
            "return",
            "."
        };
        SplittableRandom random = new SplittableRandom(23);
        int matched = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(7); part >= 0; part--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            for (ResiduePattern pattern : ResiduePatterns.all()) {
                if (pattern.expression().matcher(text).find()) {
                    matched++;
                    assertThat(pattern.isPossible(text.toString()))
                            .as("%s in %s", pattern.name(), text)
                            .isTrue();
                }
            }
        }
        assertThat(matched).isGreaterThan(5_000);
    }
}
