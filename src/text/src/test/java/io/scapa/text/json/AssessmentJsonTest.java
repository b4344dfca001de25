package io.scapa.text.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Evidence;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.provenance.Span;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentJsonTest {
    private static final Assessment ASSESSMENT = new Assessment(
            "a-1",
            ContentHash.ofCleanText("x"),
            "en",
            120,
            new SyntheticScore(
                    2.5, 0.5, 0.92, new Interval(0.8, 0.97), 0.01, new Verdict(Origin.SYNTHETIC, "the watermark")),
            List.of(
                    new Evidence(
                            "watermark/kgw",
                            "1",
                            Evidence.Kind.WATERMARK,
                            5.1,
                            1e-7,
                            9.0,
                            new Span(0, 44),
                            Map.of("profile", "demo")),
                    new Evidence("declaration", "1", Evidence.Kind.DECLARATION, null, null, null, null, Map.of())),
            new DocumentProvenance(Origin.SYNTHETIC, 1, new PoolProbabilities(0.92, 0, 0.05, 0.03), 0.08),
            "r-1");

    @Test
    void theWireShapeIsTheOneOfTheDesign() {
        assertThat(AssessmentJson.toJson(ASSESSMENT)).isEqualTo(DocumentJsonTest.tree("""
                {"id": "a-1", "contentSha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
                 "language": "en", "tokens": 120,
                 "synthetic": {"score": 2.5, "prior": 0.5, "probability": 0.92, "interval": [0.8, 0.97], "humanPValue": 0.01,
                   "verdict": "SYNTHETIC", "reason": "the watermark"},
                 "evidence": [
                   {"detector": "watermark/kgw", "version": "1", "kind": "WATERMARK", "statistic": 5.1, "pValue": 1e-7,
                    "logLikelihoodRatio": 9.0, "span": [0, 44], "details": {"profile": "demo"}},
                   {"detector": "declaration", "version": "1", "kind": "DECLARATION"}],
                 "provenance": {"origin": "SYNTHETIC", "generation": 1,
                   "pools": {"alpha": 0.92, "beta": 0.0, "gamma": 0.05, "eta": 0.03}, "splitWithoutDate": 0.08},
                 "release": "r-1"}"""));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        assertThat(AssessmentJson.read(AssessmentJson.toJson(ASSESSMENT))).isEqualTo(ASSESSMENT);
        Assessment bare = new Assessment(
                "b",
                ContentHash.ofCleanText(""),
                null,
                0,
                new SyntheticScore(0, 0.5, 0.5, new Interval(0, 1), null, Verdict.undetermined("too short")),
                List.of(),
                new DocumentProvenance(Origin.UNDETERMINED, null, new PoolProbabilities(0.25, 0.25, 0.25, 0.25), 1),
                "r-1");
        assertThat(AssessmentJson.read(AssessmentJson.toJson(bare))).isEqualTo(bare);
        assertThat(AssessmentJson.toJson(bare).toString()).doesNotContain("null");
    }

    @Test
    void laterFieldsAreIgnored() {
        ObjectNode later = AssessmentJson.toJson(ASSESSMENT).put("later", 1);
        assertThat(AssessmentJson.read(later)).isEqualTo(ASSESSMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "/, id, a string",
        "/, contentSha256, a string",
        "/, tokens, a whole number",
        "/, synthetic, an object",
        "/, evidence, an array",
        "/, release, a string",
        "/synthetic, score, a number",
        "/synthetic, interval, two numbers",
        "/synthetic, verdict, an origin",
        "/evidence/0, detector, a string",
        "/evidence/0, kind, a kind",
        "/provenance, origin, an origin",
        "/provenance, pools, an object",
        "/provenance/pools, eta, a number",
    })
    void aMissingFieldIsNamed(String parent, String field, String expectation) {
        ObjectNode node = AssessmentJson.toJson(ASSESSMENT);
        ((ObjectNode) (parent.equals("/") ? node : node.at(parent))).remove(field);
        assertThatThrownBy(() -> AssessmentJson.read(node))
                .isInstanceOf(BadDocumentException.class)
                .hasMessageContaining(field + "'")
                .hasMessageContaining(expectation);
    }

    @Test
    void whatTheVocabularyRefusesIsNamed() {
        ObjectNode sum = AssessmentJson.toJson(ASSESSMENT);
        ((ObjectNode) sum.at("/provenance/pools")).put("alpha", 0.5);
        assertThatThrownBy(() -> AssessmentJson.read(sum))
                .hasMessageContaining("provenance.pools")
                .hasMessageContaining("sum to 1");
        ObjectNode hash = AssessmentJson.toJson(ASSESSMENT).put("contentSha256", "12");
        assertThatThrownBy(() -> AssessmentJson.read(hash))
                .hasMessageContaining("contentSha256")
                .hasMessageContaining("64");
        ObjectNode verdict = AssessmentJson.toJson(ASSESSMENT);
        ((ObjectNode) verdict.at("/synthetic")).put("verdict", "MAYBE");
        assertThatThrownBy(() -> AssessmentJson.read(verdict))
                .hasMessageContaining("synthetic.verdict")
                .hasMessageContaining("HUMAN");
    }
}
