package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many documents in one request: a result line for each line that is not blank, in order, while the request runs. */
@QuarkusTest
class NdjsonTest extends ServiceTest {
    private static final String NDJSON = "application/x-ndjson";

    @Test
    void badLinesAreAnsweredInTheirPlaceAndTheRestIsStored() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        put(body, document("src-nd", "nd1", Texts.of("nd one")).toString());
        put(body, "{broken");
        put(body, "   ");
        put(body, "{\"id\": \"nd3\"}");
        body.write('"');
        body.write(0xff);
        put(body, "");
        put(body, "{\"text\": \"" + "x".repeat(1_000_001) + "\"}");
        put(body, document("src-nd", "nd1", Texts.of("nd another text")).toString());
        put(body, document("src-nd", "nd8", Texts.of("nd one")).toString() + "\r");
        body.write(document("src-nd", "nd9", Texts.of("nd last")).toString().getBytes(StandardCharsets.UTF_8));

        List<JsonNode> lines = calls().post("/v1/documents", NDJSON, body.toByteArray())
                .with(200)
                .lines();

        assertThat(lines).extracting(line -> line.get("line").intValue()).containsExactly(1, 2, 4, 5, 6, 7, 8, 9);
        assertThat(lines)
                .extracting(line -> line.get("status").textValue())
                .containsExactly(
                        "created", "rejected", "rejected", "rejected", "rejected", "rejected", "known", "created");
        assertThat(lines)
                .filteredOn(line -> line.has("problem"))
                .extracting(line -> line.at("/problem/status").intValue())
                .containsExactly(400, 400, 400, 413, 409);
        assertThat(lines)
                .filteredOn(line -> line.has("problem"))
                .allMatch(line ->
                        line.at("/problem/line").intValue() == line.get("line").intValue());
        assertThat(lines.get(2).at("/problem/field").textValue()).isEqualTo("text");
        assertThat(calls().get("/v1/documents?source=src-nd").json().get("documents"))
                .hasSize(2);
    }

    private static void put(ByteArrayOutputStream body, String line) throws IOException {
        body.write(line.getBytes(StandardCharsets.UTF_8));
        body.write('\n');
    }

    @Test
    void aLineIsAnsweredBeforeTheNextIsSent() throws Exception {
        try (Conversation talk = new Conversation(base, "/v1/documents")) {
            for (int i = 0; i < 5; i++) {
                talk.say(document("src-talk", "t" + i, Texts.of("talk " + i)).toString());
                assertThat(talk.hear()).contains("\"t" + i + "\"");
            }
            talk.end();
            assertThat(talk.hear()).isNull();
        }
    }

    @Test
    void manyLinesAreAnsweredInOrderThoughTheCallerReadsNothingUntilAllAreSent() {
        int count = 2500;
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < count; i++) {
            body.append(document("src-many", "m" + i, "Text number " + i + " of many, which says little."))
                    .append('\n');
        }
        List<JsonNode> lines =
                calls().post("/v1/documents", NDJSON, body.toString()).with(200).lines();
        List<String> ids = new ArrayList<>();
        lines.forEach(line -> ids.add(line.path("id").asText()));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            expected.add("m" + i);
        }
        assertThat(ids).isEqualTo(expected);
    }

    @Test
    void anEmptyBodyHasNoResults() {
        assertThat(calls().post("/v1/documents", NDJSON, "").with(200).lines()).isEmpty();
        assertThat(calls().post("/v1/documents", NDJSON, "\n\n").with(200).lines())
                .isEmpty();
    }

    @Test
    void assessmentsStreamToo() {
        String body = document("src-as", "as1", Texts.of("as one")) + "\nnonsense\n";
        List<JsonNode> lines =
                calls().post("/v1/assessments", NDJSON, body).with(200).lines();
        assertThat(lines).extracting(line -> line.get("status").textValue()).containsExactly("assessed", "rejected");
        calls().get("/v1/documents/as1").problem(404);
    }
}
