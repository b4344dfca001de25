package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.scapa.provenance.ContentHash;
import io.scapa.text.json.AssessmentJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentsTest extends ServiceTest {

    @Test
    void aNewDocumentIsCreatedAndAnsweredWithItsAssessment() {
        String text = Texts.of("created");
        JsonNode answer = calls().post("/v1/documents", document("src-new", "n1", text))
                .with(201)
                .json();
        assertThat(AssessmentJson.read(answer).contentSha256()).isEqualTo(ContentHash.ofCleanText(text));
        assertThat(answer.get("id").textValue()).isEqualTo("n1");
        assertThat(answer.get("status").textValue()).isEqualTo("created");
        double pools = 0;
        for (JsonNode pool : answer.at("/provenance/pools")) {
            pools += pool.doubleValue();
        }
        assertThat(pools).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aKnownContentGetsAnotherSighting() {
        String text = Texts.of("known");
        String hash = calls().post("/v1/documents", document("src-a", "k1", text))
                .with(201)
                .json()
                .get("contentSha256")
                .textValue();
        calls().post("/v1/documents", document("src-b", "k2", text)).with(200);
        JsonNode read = calls().get("/v1/documents/" + hash).with(200).json();
        assertThat(read.get("text").textValue()).isEqualTo(text);
        assertThat(read.get("sightings"))
                .extracting(s -> s.get("source").textValue())
                .containsExactly("src-a", "src-b");
    }

    @Test
    void theSameIdOfASourceWithAnotherTextIsAConflictAndLeavesNoTrace() {
        calls().post("/v1/documents", document("src-conflict", "c1", Texts.of("first")))
                .with(201);
        String other = Texts.of("second");
        JsonNode problem = calls().post("/v1/documents", document("src-conflict", "c1", other))
                .problem(409);
        assertThat(problem.get("field").textValue()).isEqualTo("id");
        calls().get("/v1/documents/" + ContentHash.ofCleanText(other)).problem(404);
        calls().post("/v1/documents", document("src-elsewhere", "c1", other)).with(201);
        assertThat(calls().get("/v1/documents/c1").problem(409).get("field").textValue())
                .isEqualTo("source");
        assertThat(calls().get("/v1/documents/c1?source=src-elsewhere")
                        .with(200)
                        .json()
                        .get("text")
                        .textValue())
                .isEqualTo(other);
    }

    @Test
    void invisibleCarriersChangeTheSightingNotTheContent() {
        String clean = Texts.of("carriers");
        String marked = clean.replaceFirst(" ", "\u200b ");
        String hash = calls().post("/v1/documents", document("src-z", "z1", marked))
                .with(201)
                .json()
                .get("contentSha256")
                .textValue();
        assertThat(hash).isEqualTo(ContentHash.ofCleanText(clean).hex());
        JsonNode read = calls().get("/v1/documents/" + hash).json();
        assertThat(read.get("text").textValue()).isEqualTo(clean);
        assertThat(read.at("/sightings/0/originalText").textValue()).isEqualTo(marked);
    }

    @Test
    void whatWasPostedIsRead() {
        ObjectNode posted = document("src-all", "all1", Texts.of("all fields"));
        posted.put("uri", "https://example.org/a?b=c")
                .put("publishedAt", "1999-12-31T23:59:59Z")
                .put("license", "CC-BY-4.0");
        posted.put("mediaType", "text/plain").put("declaredOrigin", "HUMAN").put("unheardOf", 7);
        posted.putObject("headers").put("etag", "x");
        calls().post("/v1/documents", posted).with(201);
        JsonNode sighting = calls().get("/v1/documents/all1").json().at("/sightings/0");
        assertThat(sighting.get("uri").textValue()).isEqualTo("https://example.org/a?b=c");
        assertThat(sighting.get("publishedAt").textValue()).isEqualTo("1999-12-31T23:59:59Z");
        assertThat(sighting.at("/metadata/unheardOf").intValue()).isEqualTo(7);
        assertThat(sighting.at("/headers/etag").textValue()).isEqualTo("x");
    }

    @Test
    void aDateBeforeTheCutoffMakesHumanTextGamma() {
        ObjectNode old = document("src-old", "old1", Texts.of("old")).put("publishedAt", "1990-01-01");
        assertThat(calls().post("/v1/documents", old)
                        .with(201)
                        .json()
                        .at("/provenance/pools/gamma")
                        .doubleValue())
                .isGreaterThan(0.5);
    }

    @Test
    void assessmentsAreNotStored() {
        String text = Texts.of("not stored");
        JsonNode answer = calls().post("/v1/assessments", document("src-x", "x1", text))
                .with(200)
                .json();
        assertThat(answer.get("status").textValue()).isEqualTo("assessed");
        calls().get("/v1/documents/" + answer.get("contentSha256").textValue()).problem(404);
    }

    @Test
    void storedAndUnstoredAssessmentsOfADocumentAgree() {
        ObjectNode document = document("src-agree", "g1", Texts.of("agree")).put("publishedAt", "2001-01-01");
        ObjectNode unstored =
                (ObjectNode) calls().post("/v1/assessments", document).with(200).json();
        ObjectNode stored =
                (ObjectNode) calls().post("/v1/documents", document).with(201).json();
        assertThat(stored.without("status").equals(unstored.without("status"))).isTrue();
    }

    @Test
    void pagesHoldEachDocumentOnce() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add("p" + i);
            calls().post("/v1/documents", document("src-pages", "p" + i, Texts.of("page " + i)))
                    .with(201);
        }
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = calls().get("/v1/documents?source=src-pages&limit=3&cursor=" + cursor)
                    .with(200)
                    .json();
            assertThat(page.get("documents").size()).isLessThanOrEqualTo(3);
            page.get("documents").forEach(one -> found.add(one.get("id").textValue()));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(calls().get("/v1/documents?source=src-pages&minProbability=1")
                        .json()
                        .get("documents"))
                .isEmpty();
    }

    @Test
    void filtersThatMakeNoSenseAreNamed() {
        JsonNode problem = calls().get("/v1/documents?origin=ALIEN&pool=delta&minProbability=2&limit=0&cursor=x")
                .problem(400);
        assertThat(problem.get("faults"))
                .extracting(fault -> fault.get("field").textValue())
                .containsExactly("origin", "pool", "minProbability", "cursor", "limit");
    }

    @Test
    void theSameContentPostedInParallelIsOneContentWithAllItsSightings() throws Exception {
        String text = Texts.of("parallel");
        int posts = 24;
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < posts; i++) {
                String id = "par" + i;
                answers.add(threads.submit(() -> calls().post("/v1/documents", document("src-par", id, text))
                        .status()));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        Map<Integer, Long> counts = statuses.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of(201, 1L, 200, posts - 1L));
        JsonNode read =
                calls().get("/v1/documents/" + ContentHash.ofCleanText(text)).json();
        assertThat(read.get("sightings")).hasSize(posts);
        JsonNode history = calls().get("/v1/documents/par0/provenance").json().get("history");
        assertThat(history)
                .filteredOn(one -> one.get("kind").textValue().equals("ASSESSMENT"))
                .hasSize(1);
    }

    @Test
    void batchesThatShareDocumentsInOppositeOrdersAllSucceed() throws Exception {
        StringBuilder forth = new StringBuilder();
        StringBuilder back = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            forth.append(document("src-cross", "x" + i, Texts.of("cross " + i))).append('\n');
            back.append(document("src-cross", "x" + (59 - i), Texts.of("cross " + (59 - i))))
                    .append('\n');
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Calls.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String body = (i % 2 == 0 ? forth : back).toString();
                answers.add(threads.submit(() -> calls().post("/v1/documents", "application/x-ndjson", body)));
            }
            for (Future<Calls.Answer> answer : answers) {
                assertThat(answer.get().with(200).lines())
                        .hasSize(60)
                        .allMatch(line -> !line.get("status").textValue().equals("rejected"));
            }
        }
        JsonNode read = calls().get("/v1/documents/x17").json();
        assertThat(read.get("sightings")).hasSize(4);
    }
}
