package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of an origin is only ever added to; erasing takes the text and leaves the history. */
@QuarkusTest
class ProvenanceTest extends ServiceTest {
    @Inject
    AgroalDataSource database;

    @Test
    void theHistoryTellsWhoSaidWhat() {
        calls().post(
                        "/v1/documents",
                        document("src-h", "h1", Texts.of("history")).put("declaredOrigin", "HUMAN"))
                .with(201);
        calls().post(
                        "/v1/documents/h1/assertions",
                        "application/json",
                        "{\"origin\": \"SYNTHETIC\", \"agent\": \"a reviewer\", \"evidence\": {\"note\": \"saw it made\"}}")
                .with(201);
        JsonNode history =
                calls().get("/v1/documents/h1/provenance").with(200).json().get("history");
        assertThat(history)
                .extracting(one -> one.get("kind").textValue())
                .containsExactly("SIGHTING", "ASSESSMENT", "ASSERTION");
        assertThat(history)
                .extracting(one -> one.path("origin").asText())
                .first()
                .isEqualTo("HUMAN");
        assertThat(history.get(2).get("agent").textValue()).isEqualTo("a reviewer");
        assertThat(history.get(2).at("/evidence/note").textValue()).isEqualTo("saw it made");
    }

    @Test
    void anAssertionMovesTheProvenanceAndNotTheScore() {
        JsonNode before = calls().post("/v1/documents", document("src-m", "mv1", Texts.of("moved")))
                .with(201)
                .json();
        calls().post(
                        "/v1/documents/mv1/assertions",
                        "application/json",
                        "{\"origin\": \"SYNTHETIC\", \"agent\": \"x\"}")
                .with(201);
        JsonNode after = calls().get("/v1/documents/mv1").json().get("assessment");
        assertThat(after.get("synthetic")).isEqualTo(before.get("synthetic"));
        assertThat(after.at("/provenance/pools/alpha").doubleValue())
                .isGreaterThan(before.at("/provenance/pools/alpha").doubleValue());
    }

    @Test
    void theHistoryIsReadAsProvToo() {
        calls().post("/v1/documents", document("src-p", "pv1", Texts.of("prov")))
                .with(201);
        Calls.Answer answer = calls().getAs("/v1/documents/pv1/provenance", "application/ld+json")
                .with(200);
        assertThat(answer.mediaType()).isEqualTo("application/ld+json");
        assertThat(answer.json().at("/@context/prov").textValue()).isEqualTo("http://www.w3.org/ns/prov#");
        assertThat(answer.json().get("@graph"))
                .extracting(node -> node.get("@type").textValue())
                .contains("prov:Entity", "prov:Activity", "prov:Agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE assertions SET origin = 'HUMAN'", "DELETE FROM assertions", "TRUNCATE assertions"})
    void theDatabaseItselfRefusesToChangeTheHistory(String statement) {
        calls().post("/v1/documents", document("src-t", "tr1", Texts.of("trigger")));
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void erasingTakesTheTextAndWhatNamesAPersonAndLeavesATombstone() throws SQLException {
        String secret = "Ms Example of 7 Nowhere Lane " + Texts.of("erase");
        String hash = calls().post(
                        "/v1/documents",
                        document("src-e", "erase-me", secret).put("uri", "https://example.org/ms-example"))
                .with(201)
                .json()
                .get("contentSha256")
                .textValue();
        JsonNode erased = calls().delete("/v1/documents/erase-me").with(200).json();
        assertThat(erased.get("contentSha256").textValue()).isEqualTo(hash);
        assertThat(erased.get("datasets")).isEmpty();
        calls().get("/v1/documents/" + hash).problem(410);
        calls().get("/v1/documents/erase-me").problem(404);
        calls().post("/v1/documents", document("src-e", "again", secret)).problem(410);
        assertThat(calls().get("/v1/documents?source=src-e").json().get("documents"))
                .isEmpty();
        assertThat(calls().get("/v1/documents/" + hash + "/provenance").json().get("history"))
                .extracting(one -> one.get("kind").textValue())
                .containsExactly("SIGHTING", "ASSESSMENT", "ERASURE");
        assertThat(occurrences("Nowhere Lane") + occurrences("ms-example")).isZero();
    }

    /** In how many rows of all tables a word stands. */
    private long occurrences(String word) throws SQLException {
        long found = 0;
        for (String table :
                new String[] {"contents", "sightings", "assessments", "assertions", "document_names", "placements"}) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "SELECT count(*) FROM " + table + " t WHERE CAST(t.* AS text) LIKE '%" + word + "%'")) {
                row.next();
                found += row.getLong(1);
            }
        }
        return found;
    }
}
