package io.scapa.detection.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLabelReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsWordsSharesAndHashes() throws IOException {
        String hash = "ab".repeat(32);
        AuditLabels labels = read("""
                {"id": "a", "label": "human", "auditor": "kim"}

                {"id": "b", "label": "SYNTHETIC"}
                {"id": "c", "origin": "EDITED"}
                {"id": "d", "label": 0.25}
                {"contentSha256": "%s", "label": "synthetic"}
                """.formatted(hash));
        assertThat(labels.size()).isEqualTo(5);
        assertThat(labels.of("a", "")).hasValue(0);
        assertThat(labels.of("b", "")).hasValue(1);
        assertThat(labels.of("c", "")).hasValue(0.6);
        assertThat(labels.of("d", "")).hasValue(0.25);
        assertThat(labels.of("e", hash)).hasValue(1);
        assertThat(labels.of("e", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"a\"}|label: expected human, synthetic, edited or a share in [0, 1], got none",
                "{\"label\": \"human\"}|id: expected the id of a document",
                "{\"id\": \"a\", \"label\": \"robot\"}|got \"robot\"",
                "{\"id\": \"a\", \"label\": 1.5}|got 1.5 for a",
                "{\"id\": \"good\", \"label\": \"synthetic\"}|two labels for good",
                "{\"id\": |expected a JSON object",
                "[1, 2]|id: expected the id of a document"
            })
    void namesTheLineThatIsWrong(String line, String words) {
        assertThatThrownBy(() -> read("{\"id\": \"good\", \"label\": \"human\"}\n" + line + "\n"))
                .isInstanceOfSatisfying(
                        AuditLabelException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageContaining(words);
    }

    private AuditLabels read(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("labels.jsonl"), lines);
        return new AuditLabelReader(0.6).read(file);
    }
}
