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
}
