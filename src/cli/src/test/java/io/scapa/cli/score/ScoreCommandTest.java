package io.scapa.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.CliRun;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    private static final String TEXT = "The harbour was quiet that morning, and nobody had yet come down to the boats.";

    @TempDir
    Path folder;

    @Test
    void givesAnAssessmentForEachDocumentInOrderWhateverTheThreads() throws Exception {
        Path file = write(
                "documents.jsonl",
                IntStream.range(0, 500)
                        .mapToObj(i -> document("d" + i, TEXT + " " + i))
                        .toList());

        CliRun one = CliRun.of("score", file.toString(), "--threads", "1");
        CliRun four = CliRun.of("score", file.toString(), "--threads", "4");

        assertThat(one.code()).as(one.err()).isZero();
        assertThat(one.out().lines().map(ScoreCommandTest::id))
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> "d" + i).toList());
        assertThat(four.out()).isEqualTo(one.out());
    }

    @Test
    void anAssessmentHasTheFieldsOfTheWireForm() throws Exception {
        CliRun run = CliRun.of(
                "score", write("documents.jsonl", List.of(document("a", TEXT))).toString());

        JsonNode line = Json.mapper().readTree(run.out());
        assertThat(line.properties())
                .extracting(java.util.Map.Entry::getKey)
                .contains("id", "contentSha256", "tokens", "synthetic", "evidence", "provenance", "release");
        assertThat(line.at("/synthetic/prior").asDouble()).isEqualTo(0.5);
        assertThat(line.at("/provenance/pools").size()).isEqualTo(4);
    }

    @Test
    void badLinesAreNamedCountedAndWrittenAsideAndTheRestIsScored() throws Exception {
        Path file = write(
                "documents.jsonl",
                List.of(
                        document("good-1", TEXT),
                        "{\"text\": \"broken",
                        "{\"id\": \"no-text\"}",
                        "{\"text\": 17}",
                        "{\"text\": \"\"}",
                        "{\"text\": \"fine\", \"publishedAt\": \"yesterday\"}",
                        "[1, 2]",
                        document("good-2", TEXT)));
        Path out = folder.resolve("out.jsonl");

        CliRun run = CliRun.of("score", file.toString(), "-o", out.toString());

        assertThat(run.code()).isZero();
        assertThat(Files.readAllLines(out)).extracting(ScoreCommandTest::id).containsExactly("good-1", "good-2");
        assertThat(run.err())
                .contains(
                        file + ":2: not JSON",
                        file + ":3: ",
                        file + ":4: ",
                        file + ":5: ",
                        file + ":6: ",
                        file + ":7: ")
                .contains("6 lines held no document");
        List<String> aside = Files.readAllLines(Path.of(out + ".rejected.jsonl"));
        assertThat(aside).hasSize(6);
        assertThat(Json.mapper().readTree(aside.get(2)).path("line").asInt()).isEqualTo(4);
        assertThat(Json.mapper().readTree(aside.get(2)).path("field").asText()).isEqualTo("text");
        assertThat(Json.mapper().readTree(aside.get(4)).path("field").asText()).isEqualTo("publishedAt");
        assertThat(aside)
                .allSatisfy(line -> assertThat(
                                Json.mapper().readTree(line).path("reason").asText())
                        .isNotBlank());
    }

    @Test
    void strictStopsAtTheFirstBadLineAndLeavesNoOutput() throws Exception {
        Path file = write("documents.jsonl", List.of(document("a", TEXT), "{", document("b", TEXT)));
        Path out = folder.resolve("out.jsonl");

        CliRun run = CliRun.of("score", file.toString(), "-o", out.toString(), "--strict");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(file + ":2: not JSON");
        assertThat(out).doesNotExist();
    }

    @Test
    void invalidUtf8IsABadLine() throws Exception {
        Path file = folder.resolve("documents.jsonl");
        try (OutputStream stream = Files.newOutputStream(file)) {
            stream.write((document("a", TEXT) + "\n{\"text\": \"").getBytes(StandardCharsets.UTF_8));
            stream.write(new byte[] {(byte) 0xC3, (byte) 0x28});
            stream.write(("\"}\n" + document("b", TEXT) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        CliRun run = CliRun.of("score", file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(ScoreCommandTest::id)).containsExactly("a", "b");
        assertThat(run.err()).contains(file + ":2: ").containsIgnoringCase("UTF-8");
    }

    @Test
    void aTextOfFiftyMegabytesIsScored() throws Exception {
        Path file = write(
                "documents.jsonl",
                List.of(document("big", (TEXT + " ").repeat(50_000_000 / TEXT.length())), document("small", TEXT)));

        CliRun run = CliRun.of("score", file.toString(), "--threads", "1");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().map(ScoreCommandTest::id)).containsExactly("big", "small");
    }

    @Test
    void aFileWithoutAnyDocumentIsWrongInput() throws Exception {
        CliRun run =
                CliRun.of("score", write("documents.jsonl", List.of("no json")).toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(":1: not JSON", "none of the lines holds a document");
    }

    @Test
    void aMissingFileIsNamed() {
        CliRun run = CliRun.of("score", folder.resolve("absent.jsonl").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("absent.jsonl");
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), new ArrayList<>(lines));
    }

    private static String document(String id, String text) {
        return Json.mapper().createObjectNode().put("id", id).put("text", text).toString();
    }

    private static String id(String line) {
        try {
            return Json.mapper().readTree(line).path("id").asText();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
