package io.scapa.text.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.Document;
import io.scapa.provenance.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentJsonTest {
    private static final String FULL = """
            {"id": "a-1", "text": "Some text.", "source": "blog", "uri": "https://example.org/1",
             "publishedAt": "2021-06-30T12:00:00+02:00", "crawledAt": "2024-01-02", "language": "en", "license": "CC-BY-4.0",
             "mediaType": "text/plain", "headers": {"etag": "x", "age": 3, "link": ["a", "b"], "none": null},
             "declaredOrigin": "human", "generator": null, "metadata": {"a": 1, "b": "kept"},
             "topic": {"deep": [1, 2.5, true]}, "b": "wins", "nothing": null}""";

    @Test
    void everyFieldIsReadAndTheUnknownGoToTheMetadata() {
        Document document = read(FULL);
        assertThat(document.id()).isEqualTo("a-1");
        assertThat(document.publishedAt()).isEqualTo(Instant.parse("2021-06-30T10:00:00Z"));
        assertThat(document.crawledAt()).isEqualTo(Instant.parse("2024-01-02T00:00:00Z"));
        assertThat(document.headers())
                .containsExactly(Map.entry("etag", "x"), Map.entry("age", "3"), Map.entry("link", "a, b"));
        assertThat(document.declaredOrigin()).isEqualTo(Origin.HUMAN);
        assertThat(document.generator()).isNull();
        assertThat(document.metadata())
                .containsExactly(
                        Map.entry("a", 1),
                        Map.entry("b", "wins"),
                        Map.entry("topic", Map.of("deep", List.of(1, 2.5, true))));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        Document document = read(FULL);
        assertThat(DocumentJson.read(DocumentJson.toJson(document))).isEqualTo(document);
        assertThat(DocumentJson.toJson(Document.ofText("bare")).toString()).isEqualTo("{\"text\":\"bare\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                          | text           | a string                   | nothing",
                "{\"text\": null}                            | text           | a string                   | null",
                "{\"text\": 5}                               | text           | a string                   | 5",
                "{\"text\": [\"a\"]}                         | text           | a string                   | an array of 1",
                "{\"text\": \"\"}                            | text           | at least one character     | \"\"",
                "{\"text\": \"a\", \"id\": 1.5}              | id             | a string                   | 1.5",
                "{\"text\": \"a\", \"id\": \" \"}            | id             | not blank                  | \" \"",
                "{\"text\": \"a\", \"source\": {}}           | source         | a string                   | an object",
                "{\"text\": \"a\", \"publishedAt\": \"soon\"}| publishedAt    | ISO 8601                   | \"soon\"",
                "{\"text\": \"a\", \"publishedAt\": \"2021\"}| publishedAt    | ISO 8601                   | \"2021\"",
                "{\"text\": \"a\", \"crawledAt\": \"2021-02-30\"} | crawledAt | ISO 8601                   | \"2021-02-30\"",
                "{\"text\": \"a\", \"crawledAt\": 1600000000}| crawledAt      | ISO 8601                   | 1600000000",
                "{\"text\": \"a\", \"declaredOrigin\": \"robot\"} | declaredOrigin | HUMAN, SYNTHETIC, EDITED | \"robot\"",
                "{\"text\": \"a\", \"declaredOrigin\": true} | declaredOrigin | a string                   | true",
                "{\"text\": \"a\", \"headers\": []}          | headers        | an object of strings       | an array of 0",
                "{\"text\": \"a\", \"headers\": {\"x\": {}}} | headers.x      | a string                   | an object",
                "{\"text\": \"a\", \"metadata\": 1}          | metadata       | an object                  | 1",
            })
    void aWrongFieldIsNamedWithWhatWasExpected(String json, String field, String expectation, String got) {
        BadDocumentException error = catchThrowableOfType(BadDocumentException.class, () -> read(json));
        assertThat(error.errors()).singleElement().satisfies(e -> {
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.expectation()).contains(expectation);
            assertThat(e.got()).isEqualTo(got);
        });
        assertThat(error).hasMessageContaining("'" + field + "'");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        assertThatThrownBy(() -> read("{\"source\": 1, \"language\": 2}"))
                .hasMessageContaining("'text'")
                .hasMessageContaining("'source'")
                .hasMessageContaining("'language'");
        assertThatThrownBy(() -> read("[1]"))
                .hasMessageContaining("a JSON object")
                .hasMessageContaining("an array of 1");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-06-30T10:00:00Z",
        "2021-06-30T12:00:00+02:00",
        "2021-06-30T10:00:00",
        "2021-06-30 10:00:00",
        "2021-06-30T10:00Z",
        "2021-06-30T10:00:00.000Z",
        "' 2021-06-30T10:00:00Z '"
    })
    void datesComeInTheFormsOfIso8601(String date) {
        assertThat(read("{\"text\": \"a\", \"publishedAt\": \"" + date + "\"}").publishedAt())
                .isEqualTo(Instant.parse("2021-06-30T10:00:00Z"));
    }

    @Test
    void wholeNumbersCountAsIds() {
        assertThat(read("{\"text\": \"a\", \"id\": 17}").id()).isEqualTo("17");
    }

    static Document read(String json) {
        return DocumentJson.read(tree(json));
    }

    static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
