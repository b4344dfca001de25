package io.scapa.cli.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.CliRun;
import io.scapa.text.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatermarkCommandTest {
    private static final String CONFIG = """
            watermarkProfiles:
              - {name: ours, scheme: transformers-kgw, key: 15485863, tokenizer: r50k_base, vocabularySize: 50257, device: cpu}
            """;

    @TempDir
    Path folder;

    @Test
    void listsSchemesAndProfilesWithoutTheirKeys() throws Exception {
        CliRun run = CliRun.of("watermark", "list", "--config", config().toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("transformers-kgw", "ours").doesNotContain("15485863");
    }

    @Test
    void testsEachDocumentForEachProfile() throws Exception {
        Path documents = Files.writeString(
                folder.resolve("documents.jsonl"),
                "{\"id\": \"a\", \"text\": \"" + "A plain sentence about boats and the weather of the day. ".repeat(20)
                        + "\"}\n");

        CliRun run = CliRun.of("watermark", "detect", documents.toString(), "--config", config().toString());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode line = Json.mapper().readTree(run.out());
        assertThat(line.path("profile").asText()).isEqualTo("ours");
        assertThat(line.path("pValue").asDouble()).isBetween(0.0, 1.0);
        assertThat(line.path("details").path("finding").asText())
                .as("a repeated sentence has too few distinct n-grams for a verdict")
                .isEqualTo("UNDETERMINED");
    }

    @Test
    void withoutAProfileThereIsNothingToTestFor() {
        CliRun run = CliRun.of("watermark", "detect", "documents.jsonl");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--config");
    }

    private Path config() throws Exception {
        return Files.writeString(folder.resolve("scapa.yaml"), CONFIG);
    }
}
