package io.scapa.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.CliRun;
import io.scapa.text.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    private static final String[] WORDS =
            ("the old boat was on the water and we did not know who had it or why it came back that night with no light "
                            + "my brother said so but then he says a lot of things when it rains")
                    .split(" ");

    @TempDir
    Path folder;

    @Test
    void writesAModelThatScoreTakesAndSaysWhatItRestsOn() throws Exception {
        List<String> lines = humans(240);
        lines.add(lines.get(0));
        lines.add("{\"text\":\"a model wrote this\",\"label\":\"llm\"}");
        lines.add("{\"text\":\"Der alte Hafen lag still, und niemand sprach von dem Sturm der vergangenen Nacht.\"}");
        Path file = Files.write(folder.resolve("own.jsonl"), lines);
        Path model = folder.resolve("own.bundle");

        CliRun run = CliRun.of("calibrate", "--humans", file.toString(), "-o", model.toString(), "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("own.jsonl:242: ", "human text is expected, got label llm");
        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(report.path("texts").asInt()).isEqualTo(240);
        assertThat(report.path("repeated").asInt()).isEqualTo(1);
        assertThat(report.path("leftOut").path("language de").asInt()).isEqualTo(1);
        assertThat(report.path("after").path("interval").get(0).asDouble()).isLessThanOrEqualTo(0.01);
        assertThat(report.path("lengths").size()).isPositive();

        CliRun scored = CliRun.of("score", file.toString(), "--model", model.toString());
        assertThat(scored.code()).as(scored.err()).isZero();
        JsonNode first = Json.mapper().readTree(scored.out().lines().findFirst().orElseThrow());
        assertThat(first.path("release").asText())
                .isEqualTo(report.path("release").asText());
        assertThat(first.at("/evidence/0/details/calibrationHumans").asInt()).isEqualTo(240);
        assertThat(scored.out().lines().filter(line -> line.contains("\"verdict\":\"SYNTHETIC\"")))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void wordsNameTheNumbers() throws Exception {
        Path file = Files.write(folder.resolve("own.jsonl"), humans(120));

        CliRun run = CliRun.of(
                "calibrate",
                "--humans",
                file.toString(),
                "-o",
                folder.resolve("m.bundle").toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("120 human texts", "flagged before", "1.00% was asked for", "release ");
    }

    @Test
    void tooFewHumansAreRefused() throws Exception {
        Path file = Files.write(folder.resolve("few.jsonl"), humans(20));

        CliRun run = CliRun.of("calibrate", "--humans", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("at least 100 human texts, got 20");
    }

    @Test
    void aRateThatIsNoShareIsRefused() {
        CliRun run = CliRun.of("calibrate", "--humans", "absent.jsonl", "--rate", "1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--rate");
    }

    private static List<String> humans(int count) {
        SplittableRandom random = new SplittableRandom(3);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            int words = 30 + random.nextInt(150);
            for (int w = 0; w < words; w++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(w % 11 == 10 ? ". " : " ");
            }
            lines.add(
                    Json.mapper().createObjectNode().put("text", text + "" + i).toString());
        }
        return lines;
    }
}
