package io.scapa.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import io.scapa.provenance.Evidence;
import io.scapa.provenance.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssessorTest {
    private static final Assessor ASSESSOR = Assessors.shipped(AssessorOptions.standard());

    private static final String HUMAN = """
            I went down to the harbour on Tuesday because my brother wanted his old coat back, and of course it rained the whole
            way. Nobody was about. The fellow who sells the tickets told me, twice, that the boat wouldn't go, then it went. I had
            half a sandwich and no money to speak of. We stood at the rail and watched gulls fight over something grey. My brother
            said it was a sock. I said it wasn't, we argued, and by the time we'd stopped arguing the thing had sunk anyway.""";

    @Test
    void everyFieldOfAnAssessmentIsFilled() {
        Assessment assessment = ASSESSOR.assess(Document.ofText(HUMAN).withId("one"));
        assertThat(assessment.id()).isEqualTo("one");
        assertThat(assessment.language()).isEqualTo("en");
        assertThat(assessment.tokens()).isBetween(80, 150);
        assertThat(assessment.release()).isEqualTo(ASSESSOR.release());
        assertThat(assessment.synthetic().humanPValue()).isBetween(0.0, 1.0);
        assertThat(assessment
                        .synthetic()
                        .interval()
                        .contains(assessment.synthetic().probability()))
                .isTrue();
        assertThat(assessment.evidence()).extracting(Evidence::kind).contains(Evidence.Kind.CLASSIFIER);
    }

    @Test
    void withoutAnIdTheContentIsTheId() {
        Assessment assessment = ASSESSOR.assess(Document.ofText(HUMAN));
        assertThat(assessment.id()).isEqualTo(assessment.contentSha256().hex());
    }

    @Test
    void nothingButTheTextMovesTheScore() {
        Document bare = Document.ofText(HUMAN);
        Document full = new Document(
                "x",
                HUMAN,
                "source",
                "https://example.org",
                Instant.parse("2030-01-01T00:00:00Z"),
                null,
                "zh",
                "licence",
                "text/html",
                Map.of("server", "gpt"),
                Origin.SYNTHETIC,
                "gpt-5",
                Map.of("label", "llm"));
        Assessment one = ASSESSOR.assess(bare);
        Assessment other = ASSESSOR.assess(full);
        assertThat(other.synthetic()).isEqualTo(one.synthetic());
        assertThat(other.evidence()).isEqualTo(one.evidence());
        assertThat(other.provenance()).isNotEqualTo(one.provenance());
    }

    static Stream<String> textsWithoutVerdict() {
        return Stream.of(
                "",
                "   \n ",
                "word",
                "\ud83d\ude00\ud83d\ude03\ud83d\ude00",
                "\u0000\u0001\u0002".repeat(500),
                "\ud800 \udc00",
                "a".repeat(1_000_000),
                "El viejo puerto estaba tranquilo y nadie hablaba de la tormenta que hab\u00eda pasado la noche anterior. "
                        .repeat(8),
                "for (int i = 0; i < n; i++) { sum += x[i] * y[i]; } return sum / (double) n;\n".repeat(12),
                "Too short to say.");
    }

    @ParameterizedTest
    @MethodSource("textsWithoutVerdict")
    void textsThatCarryNoVerdictSayWhyAndAreNeverSure(String text) {
        Assessment assessment = ASSESSOR.assess(Document.ofText(text));
        assertThat(assessment.synthetic().verdict().origin()).isEqualTo(Origin.UNDETERMINED);
        assertThat(assessment.synthetic().verdict().reason()).isNotBlank();
        assertThat(assessment.synthetic().probability()).isBetween(0.1, 0.9);
    }

    @Test
    void whatAnInterfaceLeavesDecidesEvenAShortText() {
        Assessment assessment =
                ASSESSOR.assess(Document.ofText("Certainly! Here is a text about the sea, which is deep."));
        assertThat(assessment.synthetic().verdict().origin()).isEqualTo(Origin.SYNTHETIC);
        assertThat(assessment.evidence()).extracting(Evidence::detector).contains("residue/compliant-opener");
    }

    @Test
    void aBatchKeepsItsOrderWhateverTheThreads() {
        List<Document> documents = IntStream.range(0, 300)
                .mapToObj(i -> Document.ofText(HUMAN.repeat(1 + i % 3) + i).withId("d" + i))
                .toList();
        List<Assessment> batch = new ArrayList<>();
        try (BatchAssessor assessor = new BatchAssessor(ASSESSOR, 3)) {
            assessor.assess(documents.iterator(), d -> d, (d, a) -> batch.add(a));
        }
        assertThat(batch).isEqualTo(documents.stream().map(ASSESSOR::assess).toList());
    }
}
