package io.scapa.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import io.scapa.provenance.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes: no exception, no confident score without prose to rest on, nothing but the text moves a score. */
class AssessorRobustnessTest {
    private static final Assessor ASSESSOR = Assessors.shipped(AssessorOptions.standard());
    private static final int TEN_MILLION = 10_000_000;

    static Stream<Arguments> oddities() {
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("white space", " \t\r\n\u00a0\u3000\u2028".repeat(1000)),
                Arguments.of("one word", "harbour"),
                Arguments.of("one word many times", "harbour ".repeat(40)),
                Arguments.of(
                        "emoji",
                        "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u2764\ufe0f".repeat(500)),
                Arguments.of("invisible characters", "\u200b\u200c\u2060\ufeff\u00ad".repeat(2000)),
                Arguments.of("bytes of a program", binary(1 << 16)),
                Arguments.of("high surrogates", "\ud800".repeat(5000)),
                Arguments.of("low surrogates", "\udc00".repeat(5000)),
                Arguments.of("surrogates the wrong way round", "\udc00\ud800".repeat(5000)),
                Arguments.of("surrogate at the limit of what is read", "a".repeat(7999) + "\ud83d\ude00"),
                Arguments.of("marks without a letter", "\u0301".repeat(20_000)),
                Arguments.of("a letter under a heap of marks", ("a" + "\u0301\u0323".repeat(2000)).repeat(20)),
                Arguments.of("punctuation", "?!.,;:".repeat(2000)),
                Arguments.of("digits", "0123456789 ".repeat(2000)),
                Arguments.of("right to left controls", "\u202e\u2066abc\u2069".repeat(800)),
                Arguments.of("markup", "<div class=\"a\"><p>{{x}}</p></div>\n".repeat(400)),
                Arguments.of("base64", "TG9yZW0gaXBzdW0gZG9sb3Igc2l0IGFtZXQ/+".repeat(500)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void whatIsNoProseIsUndeterminedAndSaysWhy(String name, String text) {
        assertUndetermined(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u0301", "\ud800"})
    void tenMillionOfOneCharacterAreUndetermined(String character) {
        assertUndetermined(character.repeat(TEN_MILLION));
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(
            strings = {" ", "\n", "\u4e00", "0", ".", "\u200b", "\u0430", "'", "-", "\u2028", "[", "# ", "\ud83d\ude00"
            })
    void tenMillionOfManyOtherCharactersAreUndetermined(String character) {
        assertUndetermined(character.repeat(TEN_MILLION / character.length()));
    }

    @Test
    void randomTextOfAnyKindIsNeverAnErrorNorConfidentWithoutWords() {
        Random random = new Random(20261121);
        List<IntFunction<Integer>> alphabets = List.of(
                i -> random.nextInt(0x80),
                i -> random.nextInt(0x10000),
                i -> random.nextInt(Character.MAX_CODE_POINT + 1),
                i -> 0xd7f0 + random.nextInt(0x820),
                i -> 0x2000 + random.nextInt(0x70),
                i -> "\u0430\u0435a e'.-\n\u00e9\u0301".charAt(random.nextInt(11)) + 0);
        for (int round = 0; round < 90; round++) {
            IntFunction<Integer> alphabet = alphabets.get(round % alphabets.size());
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(3000);
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(alphabet.apply(i));
            }
            assertUndetermined(text.toString());
        }
    }

    private static void assertUndetermined(String text) {
        Assessment assessment = ASSESSOR.assess(Document.ofText(text));
        assertThat(assessment.synthetic().verdict().origin())
                .as(
                        "language %s, %s",
                        assessment.language(), assessment.synthetic().verdict().reason())
                .isEqualTo(Origin.UNDETERMINED);
        assertThat(assessment.synthetic().verdict().reason()).isNotBlank();
        assertThat(assessment.synthetic().probability()).isBetween(0.1, 0.9);
        assertThat(assessment.synthetic().score()).isFinite();
        assertThat(assessment.tokens()).isGreaterThanOrEqualTo(0);
    }

    private static String binary(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void permutingEveryFieldButTheTextLeavesEveryBitOfTheScores() {
        List<Document> documents = IntStream.range(0, 60)
                .mapToObj(AssessorRobustnessTest::document)
                .toList();
        List<Assessment> as = documents.stream().map(ASSESSOR::assess).toList();
        for (int seed = 0; seed < 5; seed++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, documents.size()).boxed().toList());
            Collections.shuffle(order, new Random(seed));
            for (int i = 0; i < documents.size(); i++) {
                Document fields = documents.get(order.get(i));
                Assessment other = ASSESSOR.assess(new Document(
                        fields.id(),
                        documents.get(i).text(),
                        fields.source(),
                        fields.uri(),
                        fields.publishedAt(),
                        fields.crawledAt(),
                        fields.language(),
                        fields.license(),
                        fields.mediaType(),
                        fields.headers(),
                        fields.declaredOrigin(),
                        fields.generator(),
                        fields.metadata()));
                assertThat(other.synthetic()).isEqualTo(as.get(i).synthetic());
                assertThat(Double.doubleToRawLongBits(other.synthetic().score()))
                        .isEqualTo(
                                Double.doubleToRawLongBits(as.get(i).synthetic().score()));
                assertThat(other.evidence()).isEqualTo(as.get(i).evidence());
                assertThat(other.language()).isEqualTo(as.get(i).language());
                assertThat(other.tokens()).isEqualTo(as.get(i).tokens());
                assertThat(other.contentSha256()).isEqualTo(as.get(i).contentSha256());
            }
        }
    }

    private static Document document(int i) {
        Random random = new Random(i);
        String[] words = "the harbour was quiet and nobody spoke of what had come in the night moreover it is crucial"
                .split(" ");
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < 20 + random.nextInt(200); w++) {
            text.append(words[random.nextInt(words.length)]).append(w % 9 == 8 ? ". " : " ");
        }
        return new Document(
                "id-" + i,
                text.toString(),
                "source-" + i % 7,
                "https://example.org/" + i,
                Instant.parse("2010-01-01T00:00:00Z").plusSeconds(i * 20_000_000L),
                Instant.parse("2011-01-01T00:00:00Z").plusSeconds(i * 20_000_000L),
                i % 3 == 0 ? "zh" : "en",
                "licence-" + i % 5,
                i % 2 == 0 ? "text/html" : "text/plain",
                Map.of("server", "s" + i),
                Origin.values()[i % Origin.values().length],
                "generator-" + i % 4,
                Map.of("label", i % 2 == 0 ? "llm" : "human", "score", i));
    }

    /** A text of 2^30 characters: what is made beside it is bounded. */
    @Test
    @Tag("long")
    void aGibibyteOfTextIsUndeterminedInBoundedMemory() {
        String text = "x".repeat(1 << 30);
        Assessment assessment = ASSESSOR.assess(Document.ofText(text));
        assertThat(assessment.synthetic().verdict().origin()).isEqualTo(Origin.UNDETERMINED);
        assertThat(assessment.synthetic().verdict().reason())
                .isEqualTo("1,073,741,824 characters: texts over 67,108,864 are not read, cut it into documents");
        assertThat(assessment.synthetic().probability()).isEqualTo(0.5);
        assertThat(assessment.synthetic().interval().upper()).isEqualTo(1);
        assertThat(assessment.tokens()).isPositive();
    }
}
