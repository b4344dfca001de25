package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.Classifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
    private static final TrainerOptions TINY = new TrainerOptions(
            "tiny",
            5,
            "en",
            Set.of("secret"),
            List.of(new TrainerOptions.FamilyOptions(
                    "words-2", List.of(new HeadOptions("all", Set.of(PositiveKind.GENERATED), 1000, 0.25, 10, 25)))),
            5,
            10_000,
            0.4,
            0.05);

    @TempDir
    Path folder;

    @Test
    void writesABundleAndItsCardWhateverTheOrderOfTheFiles() throws Exception {
        corpus(folder.resolve("one/a.jsonl"), folder.resolve("one/b.jsonl"));
        corpus(folder.resolve("two/b.jsonl"), folder.resolve("two/a.jsonl"));
        TrainingRun run = new TrainingRun(TINY, TrainingProgress.silent());
        TrainingRun.Output first = run.run(List.of(folder.resolve("one")), folder.resolve("out1"));
        TrainingRun.Output second = run.run(List.of(folder.resolve("two")), folder.resolve("out2"));
        assertThat(second.bundle()).hasSameBinaryContentAs(first.bundle());
        assertThat(first.training() + first.test()).isEqualTo(790);
        assertThat(first.skipped()).isEqualTo(10);
        assertThat(Files.readString(first.card()))
                .contains("# Model card: tiny", "| source0 | CC0-1.0 |", "## Test split", "Expected calibration error")
                .doesNotContain("secret");
    }

    @Test
    void aRecalibrationHoldsTheRateOnTheUsersHumans() throws Exception {
        corpus(folder.resolve("one/a.jsonl"), folder.resolve("one/b.jsonl"));
        Classifier classifier = Bundle.read(new TrainingRun(TINY, TrainingProgress.silent())
                .run(List.of(folder.resolve("one")), folder.resolve("out"))
                .bundle());
        Recalibration recalibration = new Recalibration(classifier, 0.05);
        GeneratedCorpus.documents(1200, 9).stream()
                .filter(d -> !d.synthetic())
                .forEach(d -> recalibration.add(d.text()));
        Classifier own = recalibration.finish();
        Classifier.Workspace room = own.workspace();
        List<LabelledDocument> humans = GeneratedCorpus.documents(1200, 10).stream()
                .filter(d -> !d.synthetic())
                .toList();
        long flagged = humans.stream()
                .map(d -> own.read(d.text(), room))
                .filter(r -> r.score() > own.flag().at(r.words()))
                .count();
        assertThat((double) flagged / humans.size()).isBetween(0.02, 0.09);
        assertThat(own.release()).startsWith("tiny+");
    }

    @Test
    void aRecalibrationSaysWhatItRestsOnAndDependsOnNoOrder() throws Exception {
        corpus(folder.resolve("one/a.jsonl"), folder.resolve("one/b.jsonl"));
        Classifier classifier = Bundle.read(new TrainingRun(TINY, TrainingProgress.silent())
                .run(List.of(folder.resolve("one")), folder.resolve("out"))
                .bundle());
        List<String> humans = new ArrayList<>(GeneratedCorpus.documents(1000, 9).stream()
                .filter(d -> !d.synthetic())
                .map(LabelledDocument::text)
                .toList());
        humans.add(humans.get(3));
        humans.add("El viejo puerto estaba tranquilo y nadie hablaba de la tormenta de la noche anterior. ".repeat(4));
        humans.add("two words");
        Recalibration forwards = new Recalibration(classifier, 0.05);
        humans.forEach(forwards::add);
        Recalibration backwards = new Recalibration(classifier, 0.05);
        humans.reversed().forEach(backwards::add);

        RecalibrationReport report = forwards.report();

        assertThat(Bundle.toBytes(backwards.finish())).isEqualTo(Bundle.toBytes(forwards.finish()));
        assertThat(backwards.report()).isEqualTo(report);
        assertThat(report.texts()).isEqualTo(500);
        assertThat(report.repeated()).isEqualTo(1);
        assertThat(report.leftOut()).isEqualTo(Map.of("language es", 1, "language unknown", 1));
        assertThat(report.after().limits().contains(0.05)).isTrue();
        assertThat(report.lengths().stream().mapToInt(l -> l.before().of()).sum())
                .isEqualTo(500);
        assertThat(report.lengths().stream().mapToInt(l -> l.after().hits()).sum())
                .isEqualTo(report.after().hits());
    }

    @Test
    void aLowRateNeedsMoreHumans() throws Exception {
        corpus(folder.resolve("one/a.jsonl"), folder.resolve("one/b.jsonl"));
        Recalibration recalibration = new Recalibration(
                Bundle.read(new TrainingRun(TINY, TrainingProgress.silent())
                        .run(List.of(folder.resolve("one")), folder.resolve("out"))
                        .bundle()),
                0.001);
        GeneratedCorpus.documents(400, 9).forEach(d -> recalibration.add(d.text()));
        assertThat(recalibration.least()).isEqualTo(999);
        assertThatThrownBy(recalibration::finish).hasMessageContaining("at least 999 human texts, got 400");
    }

    @Test
    void aHandfulOfHumansCalibratesNothing() throws Exception {
        corpus(folder.resolve("one/a.jsonl"), folder.resolve("one/b.jsonl"));
        Recalibration recalibration = new Recalibration(
                Bundle.read(new TrainingRun(TINY, TrainingProgress.silent())
                        .run(List.of(folder.resolve("one")), folder.resolve("out"))
                        .bundle()),
                0.05);
        recalibration.add("the one text that was in it, and not a word more of it or of any other");
        assertThatThrownBy(recalibration::finish).hasMessageContaining("at least 100 human texts, got 1");
    }

    @Test
    void aWrongLineIsNamed() throws Exception {
        Path file = folder.resolve("bad.jsonl");
        Files.writeString(file, "{\"text\":\"a\",\"label\":\"human\"}\n{\"text\":\"b\",\"label\":\"robot\"}\n");
        assertThatThrownBy(() -> new CorpusReader().read(file, d -> {}))
                .hasMessageContaining("bad.jsonl: line 2: expected label human or llm, got robot");
        Files.writeString(file, "{\"text\":\"a\",\"label\":\"human\"}\n{\"text\":");
        assertThatThrownBy(() -> new CorpusReader().read(file, d -> {})).hasMessageContaining("bad.jsonl: line 2");
    }

    private static void corpus(Path first, Path second) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder[] halves = {new StringBuilder(), new StringBuilder()};
        int i = 0;
        for (LabelledDocument d : GeneratedCorpus.documents(800, 1)) {
            Map<String, Object> line = new LinkedHashMap<>(Map.of(
                    "id",
                    d.id(),
                    "text",
                    d.text(),
                    "label",
                    d.synthetic() ? "llm" : "human",
                    "model",
                    d.model(),
                    "domain",
                    d.domain(),
                    "lang",
                    "en",
                    "source",
                    d.source(),
                    "group",
                    d.group(),
                    "split",
                    i % 5 == 0 ? "test" : "train",
                    "license",
                    i % 80 == 0 ? "secret" : d.license()));
            halves[i++ % 2].append(mapper.writeValueAsString(line)).append('\n');
        }
        Files.createDirectories(first.getParent());
        Files.writeString(first, halves[0], StandardCharsets.UTF_8);
        Files.writeString(second, halves[1], StandardCharsets.UTF_8);
    }
}
