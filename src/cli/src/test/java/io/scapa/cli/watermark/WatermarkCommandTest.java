package io.scapa.cli.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.CliRun;
import io.scapa.text.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void aProfilesTokenizerMayBeAFileBesideTheConfiguration() throws Exception {
        TokenizerFile.write(folder.resolve("letters.json"));
        String config = config("letters.json").toString();
        Path documents =
                documents("Rivers carry silt, boats carry people, and nobody asked the heron what it thought.");

        CliRun detected = CliRun.of("watermark", "detect", documents.toString(), "--config", config);
        assertThat(detected.code()).as(detected.err()).isZero();
        JsonNode line = Json.mapper().readTree(detected.out());
        assertThat(line.path("details").path("scored").asInt())
                .as("a token for each letter")
                .isBetween(70, 82);
        assertThat(line.path("details").path("finding").asText()).isEqualTo("NOT_FOUND_WITH_THIS_PROFILE");

        CliRun scored = CliRun.of("score", documents.toString(), "--config", config);
        assertThat(scored.code()).as(scored.err()).isZero();
        assertThat(Json.mapper().readTree(scored.out()).path("evidence"))
                .anyMatch(one -> one.path("details").path("profile").asText().equals("letters")
                        && one.path("details").path("scored").asInt() > 70);

        CliRun power = CliRun.of("watermark", "power", "--config", config, "--texts", "2");
        assertThat(power.code()).as(power.err()).isZero();
    }

    @Test
    void aTokenizerFileThatIsMissingOrIsNoneIsNamed() throws Exception {
        Path documents = documents("A text.");
        String config = config("absent.json").toString();
        for (CliRun run : List.of(
                CliRun.of("watermark", "detect", documents.toString(), "--config", config),
                CliRun.of("watermark", "power", "--config", config),
                CliRun.of("score", documents.toString(), "--config", config))) {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains("watermark profile 'letters': tokenizer is 'absent.json'")
                    .contains(
                            "there is no file " + folder.resolve("absent.json").toAbsolutePath())
                    .doesNotContain("815162");
        }
        Files.writeString(folder.resolve("absent.json"), "{\"model\": {\"type\": \"WordPiece\"}}");
        assertThat(CliRun.of("watermark", "detect", documents.toString(), "--config", config)
                        .err())
                .contains("model 'WordPiece' is not supported, expected one of BPE, Unigram");
        assertThat(CliRun.of(
                                "watermark",
                                "detect",
                                documents.toString(),
                                "--config",
                                config("llama-3").toString())
                        .err())
                .contains("unknown tokenizer 'llama-3'", "or the path of a tokenizer.json file");
    }

    @Test
    void testsOnlyTheProfilesThatAreNamedAndCorrectsForThose() throws Exception {
        String config = Files.writeString(folder.resolve("two.yaml"), """
                watermarkProfiles:
                  - {name: one, scheme: vllm-gumbel, key: 1, tokenizer: r50k_base, vocabularySize: 50257}
                  - {name: two, scheme: vllm-gumbel, key: 2, tokenizer: r50k_base, vocabularySize: 50257}
                """).toString();
        String documents = documents("Some words of a text.").toString();

        CliRun run = CliRun.of("watermark", "detect", "--profile", "two", documents, "--config", config);

        JsonNode line = Json.mapper().readTree(run.out());
        assertThat(line.path("profile").asText()).isEqualTo("two");
        assertThat(line.path("pValue").asDouble())
                .isEqualTo(line.path("details").path("exactPValue").asDouble());
        assertThat(CliRun.of("watermark", "detect", "--profile", "three", documents, "--config", config)
                        .err())
                .contains("one of [one, two] is expected, got three");
    }

    private Path documents(String text) throws Exception {
        return Files.writeString(folder.resolve("documents.jsonl"), "{\"text\": \"" + text + "\"}\n");
    }

    private Path config(String tokenizer) throws Exception {
        return Files.writeString(folder.resolve("scapa.yaml"), """
                watermarkProfiles:
                  - {name: letters, scheme: vllm-gumbel, key: 815162, tokenizer: %s, vocabularySize: 500}
                """.formatted(tokenizer));
    }

    private Path config() throws Exception {
        return Files.writeString(folder.resolve("scapa.yaml"), CONFIG);
    }
}
