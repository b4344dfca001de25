package io.scapa.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.CliRun;
import io.scapa.text.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    Path folder;

    @Test
    void figuresOfGivenScores() throws Exception {
        List<String> labels = new ArrayList<>();
        List<String> scores = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String id = "t" + i;
            labels.add("{\"id\":\"%s\",\"text\":\"text %d\",\"label\":\"%s\",\"lang\":\"en\"}"
                    .formatted(id, i, i < 100 ? "human" : "llm"));
            // The synthetic ones all above, but for ten that tie with the lowest human.
            scores.add("{\"id\":\"%s\",\"score\":%d}".formatted(id, i < 100 ? i : i < 110 ? 0 : 1000 + i));
        }
        Path labelled = Files.write(folder.resolve("labels.jsonl"), labels);
        Path scored = Files.write(folder.resolve("scores.jsonl"), scores);

        CliRun run = CliRun.of("evaluate", labelled.toString(), "--scores", scored.toString(), "--json");

        assertThat(run.code()).as(run.err()).isZero();
        // 90 of 100 win always, 10 win half of one pair in a hundred: 0.9 + 0.1 * 0.005 = 0.9005.
        assertThat(Json.mapper().readTree(run.out()).at("/all/auroc").asDouble())
                .isEqualTo(0.9005);
    }

    @Test
    void aWrongLabelIsNamedWithFileAndLine() throws Exception {
        Path labelled = Files.writeString(folder.resolve("labels.jsonl"), "{\"text\":\"a\",\"label\":\"alien\"}\n");

        CliRun run = CliRun.of("evaluate", labelled.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("labels.jsonl", "1");
    }

    @Test
    void theSuiteSaysWhatAttacksCostAndWritesItsReport() throws Exception {
        Path labelled = Files.write(folder.resolve("labels.jsonl"), labelled());
        Path report = folder.resolve("report");

        CliRun run = CliRun.of(
                "evaluate", labelled.toString(), "--attacks", "zero-width,misspelling", "--report", report.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("120 human and 120 synthetic", "zero-width", "misspelling", "limit 4", "report ");
        assertThat(Files.readString(report.resolve("report.html"))).contains("<svg", "By source");
        assertThat(Json.mapper()
                        .readTree(report.resolve("report.json").toFile())
                        .path("attacks")
                        .size())
                .isEqualTo(4);
    }

    @Test
    void leavingGroupsOutTrainsAModelForEach() throws Exception {
        Path labelled = Files.write(folder.resolve("labels.jsonl"), labelled());

        CliRun run = CliRun.of("evaluate", labelled.toString(), "--mode", "leave-group-out", "--json");

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("training needs at least 100 texts of each label");
    }

    @Test
    void whatIsExcludedByItsLicenceIsNotJudged() throws Exception {
        Path labelled = Files.write(folder.resolve("labels.jsonl"), labelled());

        CliRun run = CliRun.of(
                "evaluate", labelled.toString(), "--exclude-license", "CC-BY-NC-4.0", "--report", folder + "/r");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("60 human and 60 synthetic");
    }

    @Test
    void anUnknownModeOrAttackIsRefused() throws Exception {
        Path labelled = Files.write(folder.resolve("labels.jsonl"), labelled());

        assertThat(CliRun.of("evaluate", labelled.toString(), "--mode", "guess").err())
                .contains("--mode", "leave-group-out");
        assertThat(CliRun.of("evaluate", labelled.toString(), "--attacks", "hypnosis")
                        .err())
                .contains("--attacks", "hypnosis");
    }

    private static List<String> labelled() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            String text = "The old harbour number %d was quiet, and nobody said a word about the boat that had come. "
                    .formatted(i)
                    .repeat(5);
            lines.add(
                    "{\"id\":\"t%d\",\"text\":\"%s\",\"label\":\"%s\",\"model\":\"%s\",\"source\":\"s%d\",\"license\":\"%s\"}"
                            .formatted(
                                    i,
                                    text,
                                    i % 2 == 0 ? "human" : "llm",
                                    i % 2 == 0 ? "human" : "gpt-4",
                                    i % 3,
                                    i % 4 < 2 ? "CC0-1.0" : "CC-BY-NC-4.0"));
        }
        return lines;
    }
}
