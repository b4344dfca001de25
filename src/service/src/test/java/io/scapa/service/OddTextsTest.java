package io.scapa.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.scapa.text.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no prose, over HTTP: an assessment that is not sure and says why, or a refusal that does. */
@QuarkusTest
class OddTextsTest extends ServiceTest {
    private static final String JSON = "application/json";

    static Stream<Arguments> oddities() {
        byte[] program = new byte[1 << 15];
        new Random(7).nextBytes(program);
        return Stream.of(
                Arguments.of("empty", "", 400),
                Arguments.of("white space", " \t\r\n\u00a0\u3000".repeat(100), 0),
                Arguments.of("one word", "harbour", 200),
                Arguments.of("emoji", "\ud83d\ude00\u2764\ufe0f".repeat(500), 200),
                Arguments.of("bytes of a program", new String(program, StandardCharsets.ISO_8859_1), 0),
                Arguments.of("a lone surrogate", "\ud800", 0),
                Arguments.of("surrogates the wrong way round", "\udc00\ud800".repeat(400), 0),
                Arguments.of("a heap of marks", "\u0301".repeat(20_000), 200),
                Arguments.of("half a million of one character", "a".repeat(500_000), 200),
                Arguments.of("ten million of one character", "a".repeat(10_000_000), 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void isUndeterminedOrRefusedWithTheReason(String name, String text, int status) {
        String body = "{\"text\":\"" + escaped(text) + "\"}";
        Calls.Answer answer = calls().post("/v1/assessments", JSON, body);
        assertThat(answer.status()).isIn(status == 0 ? new Object[] {200, 400, 413} : new Object[] {status});
        if (answer.status() == 200) {
            JsonNode synthetic = answer.json().get("synthetic");
            assertThat(synthetic.get("verdict").textValue()).isEqualTo("UNDETERMINED");
            assertThat(synthetic.get("reason").textValue()).isNotBlank();
            assertThat(synthetic.get("probability").doubleValue()).isBetween(0.1, 0.9);
        } else {
            assertThat(answer.problem(answer.status()).get("expectation").textValue())
                    .isNotBlank();
        }
    }

    /** All of it as escapes, so that what no encoding of characters carries arrives too. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(6 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out.append(c);
            } else {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return out.toString();
    }

    @Test
    void fieldsBesideTheTextMoveNoScore() {
        String text = "The harbour was quiet that morning, and nobody had yet come down to the boats. ".repeat(12);
        ObjectNode bare = Json.mapper().createObjectNode().put("text", text);
        ObjectNode full = bare.deepCopy()
                .put("source", "somewhere")
                .put("uri", "https://example.org/chatgpt")
                .put("publishedAt", "2026-01-01T00:00:00Z")
                .put("language", "zh")
                .put("license", "CC0-1.0")
                .put("declaredOrigin", "SYNTHETIC")
                .put("generator", "gpt-5")
                .put("label", "llm");
        JsonNode one =
                calls().post("/v1/assessments", JSON, bare.toString()).with(200).json();
        JsonNode other =
                calls().post("/v1/assessments", JSON, full.toString()).with(200).json();
        for (String field : new String[] {"contentSha256", "language", "tokens", "synthetic", "evidence"}) {
            assertThat(other.get(field)).as(field).isEqualTo(one.get(field));
        }
        assertThat(other.get("provenance")).isNotEqualTo(one.get("provenance"));
    }
}
