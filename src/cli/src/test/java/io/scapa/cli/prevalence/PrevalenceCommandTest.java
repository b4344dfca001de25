package io.scapa.cli.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.CliRun;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrevalenceCommandTest {
    private static final String TEXT =
            "The ferry was late again, so we sat on the wall and shared the last of the bread. Nobody minded much. Number %d.";

    @TempDir
    Path folder;

    private Path documents;

    @BeforeEach
    void write() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append(
                    "{\"id\": \"d%d\", \"source\": \"s%d\", \"publishedAt\": \"2024-0%d-10T00:00:00Z\", \"text\": \"%s\"}\n"
                            .formatted(i, i % 2, 1 + i % 3, TEXT.formatted(i)));
        }
        documents = Files.writeString(folder.resolve("documents.jsonl"), lines);
    }

    @Test
    void printsAShareWithItsIntervalAndWhatItRestsOn() {
        CliRun run = CliRun.of("prevalence", documents.toString(), "--by", "source,month");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().filter(l -> l.startsWith("s0") || l.startsWith("s1")))
                .hasSize(6);
        assertThat(run.out())
                .contains(
                        "95% interval",
                        "all", "label shift", "no audited labels: the share rests on the detector alone");
    }

    @Test
    void labelsDecideTheMethod() throws IOException {
        JsonNode without = json("prevalence", documents.toString(), "--json");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("{\"id\": \"d%d\", \"label\": \"human\"}\n".formatted(i));
        }
        lines.append("{\"id\": \"elsewhere\", \"label\": \"synthetic\"}\n");
        Path labels = Files.writeString(folder.resolve("labels.jsonl"), lines);
        CliRun run = CliRun.of("prevalence", documents.toString(), "--json", "--labels", labels.toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("1 of 41 labels are of documents that are not in these files");
        JsonNode with = Json.mapper().readTree(run.out());
        assertThat(with.at("/total/method").asText()).isEqualTo("PREDICTION_POWERED");
        assertThat(with.at("/total/audited").asInt()).isEqualTo(40);
        assertThat(with.at("/labelsUsed").asInt()).isEqualTo(40);
        assertThat(with.at("/total/upper").asDouble()).isLessThan(0.1);
        assertThat(without.at("/total/method").asText()).isEqualTo("LABEL_SHIFT");
    }

    @Test
    void theSameFilesInAnyOrderGiveTheSameReport() throws IOException {
        Path more = folder.resolve("more.jsonl");
        Files.writeString(more, "{\"id\": \"x\", \"source\": \"s0\", \"text\": \"%s\"}\n".formatted(TEXT));
        assertThat(json("prevalence", documents.toString(), more.toString(), "--json", "--by", "source"))
                .isEqualTo(json(
                        "prevalence",
                        more.toString(),
                        documents.toString(),
                        "--json",
                        "--by",
                        "source",
                        "--threads",
                        "2"));
    }

    @Test
    void badLinesAreCountedAndWrittenAside() throws IOException {
        Files.writeString(documents, Files.readString(documents) + "{\"id\": \"no text\"}\nno json\n");
        Path aside = folder.resolve("aside.jsonl");
        CliRun run = CliRun.of("prevalence", documents.toString(), "--rejected", aside.toString());
        assertThat(run.code()).isZero();
        assertThat(Files.readAllLines(aside)).hasSize(2);
        assertThat(run.err()).contains("2 lines held no document");
        CliRun strict = CliRun.of("prevalence", documents.toString(), "--strict");
        assertThat(strict.code()).isEqualTo(2);
        assertThat(strict.err()).contains("documents.jsonl:61:");
    }

    @Test
    void wrongCallsSayWhatWasExpected() throws IOException {
        wrong("source, month or lang, got 'author'", "--by", "author");
        wrong("--share-of: expected documents or tokens, got words", "--share-of", "words");
        wrong("--drawn by-size goes with --share-of tokens", "--drawn", "by-size");
        wrong("a confidence lies in (0.5, 1), got 0.2", "--confidence", "0.2");
        Path labels = Files.writeString(folder.resolve("labels.jsonl"), "{\"id\": \"d1\", \"label\": \"robot\"}\n");
        wrong("labels.jsonl:1: label: expected human, synthetic, edited", "--labels", labels.toString());
        CliRun missing = CliRun.of("prevalence", folder.resolve("none.jsonl").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("none.jsonl: no such file");
        CliRun empty = CliRun.of(
                "prevalence",
                Files.writeString(folder.resolve("empty.jsonl"), "\n").toString());
        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.err()).contains("no documents");
    }

    private void wrong(String words, String... options) {
        String[] call = new String[options.length + 2];
        call[0] = "prevalence";
        call[1] = documents.toString();
        System.arraycopy(options, 0, call, 2, options.length);
        CliRun run = CliRun.of(call);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(words);
    }

    private static JsonNode json(String... call) throws IOException {
        CliRun run = CliRun.of(call);
        assertThat(run.code()).as(run.err()).isZero();
        return Json.mapper().readTree(run.out());
    }
}
