package io.scapa.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void areaUnderTheCurveCountsTiesHalf() {
        assertThat(Roc.auroc(new double[] {1, 2, 3}, new double[] {2, 4})).isEqualTo((1.5 + 3) / 6);
    }

    @Test
    void areaAgreesWithCountingEveryPair() {
        RandomGenerator random = random(3);
        double[] negatives = random.ints(200, 0, 30).asDoubleStream().toArray();
        double[] positives = random.ints(150, 5, 35).asDoubleStream().toArray();
        double pairs = 0;
        for (double n : negatives) {
            for (double p : positives) {
                pairs += p > n ? 1 : p == n ? 0.5 : 0;
            }
        }
        assertThat(Roc.auroc(negatives, positives)).isEqualTo(pairs / (200 * 150));
    }

    @Test
    void theThresholdIsTheSmallestThatLetsNoMoreThanTheRateOver() {
        double[] negatives =
                java.util.stream.IntStream.rangeClosed(1, 200).asDoubleStream().toArray();
        assertThat(Roc.thresholdAt(negatives, 0.01)).isEqualTo(198);
        assertThat(Roc.shareOver(negatives, 198)).isEqualTo(0.01);
        assertThat(Roc.thresholdAt(new double[0], 0.01)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void figuresOfAHandMadeSet() {
        List<ScoredDocument> documents = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            documents.add(document("h" + i, false, null, "s", i));
        }
        for (int i = 0; i < 20; i++) {
            documents.add(document("l" + i, true, null, "s", i < 10 ? 200 : 98.5));
        }
        documents.add(document("attacked", false, "perturb:char", "s", 1000));
        Evaluation evaluation = Evaluation.of(documents, Evaluation.Options.pooled());
        assertThat(evaluation.all()).isEqualTo(new Figures(100, 20, 0.995, 1.0, 1.0, null, null));
        assertThat(evaluation.macro()).isEqualTo(new Evaluation.Macro(1, 0.995, 1.0, 1.0));
    }

    @Test
    void aMissingScoreIsAnErrorUnlessItIsAnAbstention() {
        List<ScoredDocument> documents = List.of(
                document("a", false, null, "s", 1),
                new ScoredDocument("b", true, null, "s", "m", "d", "en", "test", 10, null));
        assertThatThrownBy(() -> Evaluation.of(documents, Evaluation.Options.pooled()))
                .hasMessageContaining("no score for id b");
        assertThat(Evaluation.of(documents, new Evaluation.Options(null, null, List.of(), 0.5, true))
                        .all()
                        .globalTpr())
                .isEqualTo(0.0);
    }

    @Test
    void agreesWithTheReferenceProgram() throws Exception {
        Path program = SharedFolder.require("tools/roc.py");
        List<ScoredDocument> documents = randomDocuments();
        Path labels = folder.resolve("labels.jsonl");
        Path scores = folder.resolve("scores.jsonl");
        write(documents, labels, scores);
        List<List<String>> calls = List.of(
                List.of(),
                List.of("--split", "test", "--lang", "en"),
                List.of("--threshold", "0.4", "--by", "source", "--by", "attack"),
                List.of("--by", "length", "--by", "model", "--by", "domain"));
        for (List<String> call : calls) {
            Evaluation evaluation = Evaluation.of(documents, options(call));
            Map<?, ?> expected = MAPPER.readValue(reference(program, labels, scores, call, "--json"), Map.class);
            Map<?, ?> actual = MAPPER.readValue(MAPPER.writeValueAsBytes(evaluation.toMap()), Map.class);
            assertThat(MAPPER.writeValueAsString(actual))
                    .as("roc.py --json " + call)
                    .isEqualTo(MAPPER.writeValueAsString(expected));
            assertThat(evaluation.toText()).isEqualTo(reference(program, labels, scores, call));
        }
    }

    private static Evaluation.Options options(List<String> call) {
        String language = null;
        String split = null;
        Double threshold = null;
        List<String> by = new ArrayList<>();
        for (int i = 0; i < call.size(); i += 2) {
            String value = call.get(i + 1);
            switch (call.get(i)) {
                case "--lang" -> language = value;
                case "--split" -> split = value;
                case "--threshold" -> threshold = Double.valueOf(value);
                default -> by.add(value);
            }
        }
        return new Evaluation.Options(language, split, by, threshold, false);
    }

    private static String reference(Path program, Path labels, Path scores, List<String> options, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("python3", program.toString(), labels.toString(), "--scores", scores.toString()));
        command.addAll(options);
        command.addAll(List.of(more));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            byte[] out = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).isZero();
            return new String(out, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            System.out.println("SKIPPED, NOT PASSED: needs python3 to run roc.py: " + e.getMessage());
            return Assumptions.abort("needs python3");
        }
    }

    private static List<ScoredDocument> randomDocuments() {
        RandomGenerator random = random(7);
        List<ScoredDocument> documents = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            boolean synthetic = random.nextDouble() < 0.6;
            String attack = random.nextDouble() < 0.2 ? "perturb:char" : null;
            double score = Math.round(100 * (random.nextGaussian() + (synthetic ? 0.8 : -0.2))) / 100.0;
            documents.add(new ScoredDocument(
                    "d" + i,
                    synthetic,
                    attack,
                    "s" + random.nextInt(5),
                    synthetic ? "m" + random.nextInt(3) : "human",
                    "dom" + random.nextInt(4),
                    random.nextInt(8) == 0 ? "es" : "en",
                    random.nextInt(3) == 0 ? "test" : "dev",
                    50 + random.nextInt(6000),
                    score));
        }
        return documents;
    }

    private static void write(List<ScoredDocument> documents, Path labels, Path scores) throws IOException {
        StringBuilder labelled = new StringBuilder();
        StringBuilder scored = new StringBuilder();
        for (ScoredDocument d : documents) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", d.id());
            line.put("label", d.value("label"));
            line.put("attack", d.attack());
            line.put("source", d.source());
            line.put("model", d.model());
            line.put("domain", d.domain());
            line.put("lang", d.language());
            line.put("split", d.split());
            line.put("text", "x".repeat(d.length()));
            labelled.append(MAPPER.writeValueAsString(line)).append('\n');
            scored.append(MAPPER.writeValueAsString(Map.of("id", d.id(), "synthetic", Map.of("score", d.score()))))
                    .append('\n');
        }
        Files.writeString(labels, labelled);
        Files.writeString(scores, scored);
    }

    private static ScoredDocument document(String id, boolean synthetic, String attack, String source, double score) {
        return new ScoredDocument(
                id, synthetic, attack, source, synthetic ? "m" : "human", "d", "en", "test", 100, score);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
