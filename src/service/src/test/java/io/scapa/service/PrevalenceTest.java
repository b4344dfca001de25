package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scapa.detection.Assessor;
import io.scapa.detection.AssessorOptions;
import io.scapa.detection.Assessors;
import io.scapa.detection.prevalence.AuditLabels;
import io.scapa.detection.prevalence.Dimension;
import io.scapa.detection.prevalence.PrevalenceJson;
import io.scapa.detection.prevalence.PrevalenceTally;
import io.scapa.detection.prevalence.SourceShift;
import io.scapa.detection.prevalence.Weighting;
import io.scapa.provenance.Document;
import io.scapa.statistics.prevalence.LogOddsCalibration;
import io.scapa.statistics.prevalence.PrevalenceOptions;
import io.scapa.text.json.DocumentJson;
import io.scapa.text.json.Json;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrevalenceTest extends ServiceTest {
    @Inject
    AgroalDataSource database;

    @Test
    void theStoredShareIsThatOfTheSameDocumentsCountedByTheLibrary() throws Exception {
        List<ObjectNode> documents = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            documents.add(document("prev-lib", "pl" + i, Texts.of("prevalence " + i))
                    .put("publishedAt", "2024-0" + (1 + i % 2) + "-11T00:00:00Z")
                    .put("language", i % 4 == 0 ? "de" : "en"));
        }
        post(documents);

        JsonNode answer = calls().get("/v1/prevalence?by=source,month,lang&source=prev-lib")
                .with(200)
                .json();

        PrevalenceTally tally = new PrevalenceTally(
                List.of(Dimension.SOURCE, Dimension.MONTH, Dimension.LANGUAGE),
                Weighting.DOCUMENTS,
                AuditLabels.none());
        Assessor assessor = Assessors.shipped(AssessorOptions.standard());
        for (ObjectNode json : documents) {
            Document read = DocumentJson.read(json);
            tally.add(read, assessor.assess(read));
        }
        PrevalenceOptions options =
                PrevalenceOptions.standard().with(LogOddsCalibration.asStated(SourceShift.STANDARD_DEVIATION));
        JsonNode expected = Json.mapper()
                .readTree(PrevalenceJson.toJson(tally.report(options)).toString());
        assertThat(answer.get("release")).isEqualTo(expected.get("release"));
        assertThat(answer.get("notAssessed").longValue()).isZero();
        assertThat(answer.get("groups").size())
                .isEqualTo(3)
                .isEqualTo(expected.get("groups").size());
        for (int g = 0; g < 3; g++) {
            same(answer.get("groups").get(g), expected.get("groups").get(g));
        }
        same(answer.get("total"), expected.get("total"));
        assertThat(answer.at("/groups/0/key/month").textValue()).isEqualTo("2024-01");
        assertThat(answer.at("/groups/0/key/lang").textValue()).isEqualTo("de");
    }

    private static void same(JsonNode one, JsonNode other) {
        assertThat(one.get("key")).isEqualTo(other.get("key"));
        assertThat(one.get("documents")).isEqualTo(other.get("documents"));
        assertThat(one.get("tokens")).isEqualTo(other.get("tokens"));
        assertThat(one.get("undetermined")).isEqualTo(other.get("undetermined"));
        assertThat(one.get("share").doubleValue()).isCloseTo(other.get("share").doubleValue(), within(1e-9));
        assertThat(one.at("/interval/0").doubleValue())
                .isCloseTo(other.at("/interval/0").doubleValue(), within(1e-9));
        assertThat(one.at("/interval/1").doubleValue())
                .isCloseTo(other.at("/interval/1").doubleValue(), within(1e-9));
    }

    @Test
    void aContentCountsOnceInEachSourceThatItWasSeenIn() {
        String text = Texts.of("seen often");
        post(List.of(
                document("prev-a", "pa1", text),
                document("prev-a", "pa2", text),
                document("prev-b", "pb1", text),
                document("prev-b", "pb2", Texts.of("seen once"))));

        assertThat(documents("prev-a")).isEqualTo(1);
        assertThat(documents("prev-b")).isEqualTo(2);
    }

    @Test
    void whatWasErasedOrNotAssessedByThisReleaseDoesNotCount() throws Exception {
        post(List.of(
                document("prev-gone", "pg1", Texts.of("gone 1")),
                document("prev-gone", "pg2", Texts.of("gone 2")),
                document("prev-gone", "pg3", Texts.of("gone 3"))));
        calls().delete("/v1/documents/pg1?source=prev-gone").with(200);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO releases (id) VALUES ('another-release') ON CONFLICT DO NOTHING");
            statement.execute("UPDATE assessments SET release = 'another-release' WHERE sha256 ="
                    + " (SELECT sha256 FROM document_names WHERE source = 'prev-gone' AND client_id = 'pg2')");
        }

        JsonNode answer = calls().get("/v1/prevalence?by=source&source=prev-gone")
                .with(200)
                .json();

        assertThat(answer.at("/total/documents").longValue()).isEqualTo(1);
        assertThat(answer.get("notAssessed").longValue()).isEqualTo(1);
    }

    @Test
    void nothingStoredIsNoShare() {
        JsonNode answer =
                calls().get("/v1/prevalence?source=no-such-source").with(200).json();
        assertThat(answer.has("total")).isFalse();
        assertThat(answer.get("groups")).isEmpty();
        assertThat(answer.get("release").textValue()).isNotBlank();
    }

    @Test
    void tokensAndConfidenceAreTakenAndWhatIsWrongIsNamed() {
        post(List.of(document("prev-t", "pt1", Texts.of("tokens 1")), document("prev-t", "pt2", Texts.of("tokens 2"))));
        JsonNode wide = calls().get("/v1/prevalence?source=prev-t&shareOf=tokens&confidence=0.99")
                .with(200)
                .json();
        JsonNode narrow = calls().get("/v1/prevalence?source=prev-t&shareOf=tokens&confidence=0.6")
                .with(200)
                .json();
        assertThat(wide.get("weighting").textValue()).isEqualTo("tokens");
        assertThat(width(wide)).isGreaterThan(width(narrow));

        JsonNode problem = calls().get("/v1/prevalence?by=source,moon&confidence=2&shareOf=words")
                .problem(400);
        assertThat(problem.get("faults"))
                .extracting(f -> f.get("field").textValue())
                .containsExactly("by", "shareOf", "confidence");
    }

    private static double width(JsonNode answer) {
        return answer.at("/total/interval/1").doubleValue()
                - answer.at("/total/interval/0").doubleValue();
    }

    private long documents(String source) {
        return calls().get("/v1/prevalence?source=" + source)
                .with(200)
                .json()
                .at("/total/documents")
                .longValue();
    }

    private void post(List<ObjectNode> documents) {
        calls().post(
                        "/v1/documents",
                        "application/x-ndjson",
                        documents.stream().map(ObjectNode::toString).collect(Collectors.joining("\n", "", "\n")))
                .with(200);
    }
}
