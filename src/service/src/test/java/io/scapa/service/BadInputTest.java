package io.scapa.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, its caller is told what and where, and nothing fails. */
@QuarkusTest
class BadInputTest extends ServiceTest {
    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\": \"\"} | text",
                "{\"text\": \" \\u200b \"} | text",
                "{\"text\": 5} | text",
                "{\"text\": null} | text",
                "{\"id\": \"x\"} | text",
                "{\"text\": \"a\\u0000b\"} | text",
                "{\"text\": \"\\ud800\"} | text",
                "{\"text\": \"a\", \"id\": \" \"} | id",
                "{\"text\": \"a\", \"publishedAt\": \"yesterday\"} | publishedAt",
                "{\"text\": \"a\", \"publishedAt\": \"+99999-01-01T00:00:00Z\"} | publishedAt",
                "{\"text\": \"a\", \"declaredOrigin\": \"ALIEN\"} | declaredOrigin",
                "{\"text\": \"a\", \"headers\": [1]} | headers",
                "{\"text\": \"a\", \"metadata\": {\"k\": \"\\u0000\"}} | metadata.k",
            })
    void aWrongFieldOfADocumentIsNamed(String body, String field) {
        for (String path : new String[] {"/v1/documents", "/v1/assessments"}) {
            JsonNode problem = calls().post(path, JSON, body).problem(400);
            assertThat(problem.get("field").textValue()).isEqualTo(field);
            assertThat(problem.get("expectation").textValue()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"text\": \"a\"",
                "nonsense",
                "[1]",
                "5",
                "null",
                "{\"text\": \"a\"} {}",
                "{\"text\": \"a\", \"text\": \"b\"}"
            })
    void whatIsNoJsonObjectIsSaidSo(String body) {
        assertThat(calls().post("/v1/documents", JSON, body)
                        .problem(400)
                        .get("expectation")
                        .textValue())
                .contains("JSON");
    }

    @Test
    void brokenJsonIsFoundOnItsLine() {
        assertThat(calls().post("/v1/documents", JSON, "{\n\"text\":\n oops}")
                        .problem(400)
                        .get("line")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"text\": \"a\", \"metadata\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        calls().post("/v1/documents", JSON, deep).problem(400);
    }

    @Test
    void bytesThatAreNoUtf8AreFound() {
        byte[] body = "{\"text\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(calls().post("/v1/documents", JSON, body)
                        .problem(400)
                        .get("got")
                        .textValue())
                .contains("0xe9");
    }

    @Test
    void aTextOverTheLimitIsTooLarge() {
        String body = "{\"text\": \"" + "a ".repeat(25_000_000) + "\"}";
        assertThat(calls().post("/v1/documents", JSON, body)
                        .problem(413)
                        .get("expectation")
                        .textValue())
                .contains("scapa.limits.document-bytes");
    }

    @Test
    void otherMediaTypesMethodsAndPathsAreProblemsToo() {
        calls().post("/v1/documents", "text/plain", "hello").problem(415);
        calls().put("/v1/documents", "{}").problem(405);
        calls().get("/v1/nothing").problem(404);
        calls().get("/nothing").problem(404);
        calls().get("/v1/documents/unheard-of").problem(404);
        calls().get("/v1/jobs/not-a-uuid").problem(404);
        calls().get("/v1/datasets/00000000-0000-0000-0000-000000000000").problem(404);
        calls().getAs("/v1/generations", "image/png").problem(406);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown field | foo: 1 | foo",
                "negative budget | tokens: -5 | tokens",
                "wrong type | tokens: many | tokens",
                "shares | targets: {alpha: 0.5, gamma: 0.2} | targets",
                "no pool | targets: {delta: 1} | targets.delta",
            })
    void aFaultOfARecipeIsFoundOnItsLine(String what, String line, String field) {
        String name = line.substring(0, line.indexOf(':'));
        StringBuilder recipe = new StringBuilder("name: bad\nasOf: 2026-01-01\n");
        recipe.append(name.equals("tokens") ? "" : "tokens: 1000\n")
                .append(name.equals("targets") ? "" : "targets: {gamma: 1}\n");
        int at = (int) recipe.chars().filter(c -> c == '\n').count() + 1;
        for (String path : new String[] {"/v1/plans", "/v1/datasets"}) {
            JsonNode problem = calls().post(path, YAML, recipe + line + "\n").problem(400);
            assertThat(problem.get("field").textValue()).as(what).isEqualTo(field);
            assertThat(problem.get("line").intValue()).isEqualTo(at);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../elsewhere", "/etc/scapa", "s3://bucket/prefix", "."})
    void aDatasetIsWrittenBelowAnAllowedRootOnly(String output) {
        String body =
                "{\"name\": \"x\", \"asOf\": \"2026-01-01\", \"tokens\": 10, \"targets\": {\"gamma\": 1}, \"output\": \""
                        + output + "\"}";
        assertThat(calls().post("/v1/datasets", JSON, body)
                        .problem(400)
                        .get("field")
                        .textValue())
                .isEqualTo("output");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"preset\": \"no-such\"} | preset",
                "{\"preset\": 5} | preset",
                "{\"preset\": \"poly-blog\", \"chains\": -1} | chains",
                "{\"preset\": \"poly-blog\", \"chian\": 1} | chian",
                "{\"family\": {\"type\": \"nope\"}} | family.type",
                "{\"family\": {\"type\": \"gaussian\"}, \"samples\": -3} | samples",
            })
    void aFaultOfAScenarioIsNamed(String body, String field) {
        assertThat(calls().post("/v1/simulations", JSON, body)
                        .problem(400)
                        .get("field")
                        .textValue())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"generations\": []} | current",
                "{\"current\": 1, \"generations\": []} | generations",
                "{\"current\": 1, \"generations\": [{\"until\": \"soon\"}]} | generations[0].until",
                "{\"current\": 1, \"generations\": [{\"until\": \"2020-01-01T00:00:00Z\"}, {\"from\": \"2021-01-01T00:00:00Z\"}]} | generations",
                "{\"current\": 1, \"generations\": [{\"modles\": []}]} | generations[0].modles",
            })
    void aFaultOfATimelineIsNamed(String body, String field) {
        assertThat(calls().put("/v1/generations", body)
                        .problem(400)
                        .get("field")
                        .textValue())
                .isEqualTo(field);
    }

    @Test
    void anUnknownAssertionIsRefused() {
        calls().post("/v1/documents", Calls.document("src-bad", "bad-a", Texts.of("bad assertion")))
                .with(201);
        JsonNode problem = calls().post("/v1/documents/bad-a/assertions", JSON, "{\"origin\": \"ALIEN\"}")
                .problem(400);
        assertThat(problem.get("faults"))
                .extracting(fault -> fault.get("field").textValue())
                .containsExactly("origin", "agent");
    }
}
