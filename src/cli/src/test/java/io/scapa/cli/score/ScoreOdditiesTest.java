package io.scapa.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.CliRun;
import io.scapa.detection.Assessors;
import io.scapa.detection.Companions;
import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.segmentation.PassageModel;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no prose, and what must not matter: over the command line. */
class ScoreOdditiesTest {
    private static final String HUMAN = """
            I got to the shop about ten and it was shut, which I half expected because Dave never opens on time. So I sat on the wall \
            and ate the pasty I'd bought for lunch. A dog came and looked at me. Not much happens round there on a Tuesday. When he did \
            turn up he'd forgotten the key, and we walked back to his mum's to fetch it, and she made us tea, and that was that till noon. \
            """;
    private static final String MACHINE = """
            In conclusion, it is important to note that effective communication plays a crucial role in fostering a positive work \
            environment. By promoting open dialogue and encouraging collaboration, organizations can enhance productivity and ensure \
            that employees feel valued and supported. Furthermore, embracing diverse perspectives allows teams to develop innovative \
            solutions to complex challenges. Additionally, leaders should prioritize transparency and provide regular feedback, as this \
            helps to build trust and create a culture of continuous improvement. \
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsNoProseIsUndeterminedWithItsReasonOrRefusedWithOne() throws IOException {
        Map<String, String> oddities = new LinkedHashMap<>();
        oddities.put("empty", "\"\"");
        oddities.put("white space", "\" \\t\\r\\n\\u00a0\\u3000\"");
        oddities.put("one word", "\"harbour\"");
        oddities.put("emoji", Json.mapper().writeValueAsString("\ud83d\ude00\u2764\ufe0f".repeat(500)));
        oddities.put("bytes of a program", Json.mapper().writeValueAsString(binary()));
        oddities.put("nothing but control characters", "\"" + "\\u0000\\u0001".repeat(50) + "\"");
        oddities.put("a lone surrogate", "\"\\ud800\"");
        oddities.put("surrogates the wrong way round", "\"" + "\\udc00\\ud800".repeat(400) + "\"");
        oddities.put("ten million of one character", "\"" + "a".repeat(10_000_000) + "\"");
        oddities.put("ten million of a mark", "\"" + "\u0301".repeat(10_000_000) + "\"");
        Path file = folder.resolve("documents.jsonl");
        List<String> lines = new ArrayList<>();
        oddities.forEach((name, text) -> lines.add("{\"id\":\"" + name + "\",\"text\":" + text + "}"));
        Files.write(file, lines, StandardCharsets.UTF_8);

        CliRun run =
                CliRun.of("score", file.toString(), "-o", folder.resolve("out").toString(), "--threads", "1");

        assertThat(run.code()).as(run.err()).isZero();
        Map<String, JsonNode> assessed = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("out"))) {
            JsonNode node = Json.mapper().readTree(line);
            assessed.put(node.get("id").textValue(), node.get("synthetic"));
        }
        Map<Integer, String> refused = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("out.rejected.jsonl"))) {
            JsonNode node = Json.mapper().readTree(line);
            refused.put(node.get("line").intValue(), node.get("reason").textValue());
        }
        int line = 0;
        for (String name : oddities.keySet()) {
            line++;
            JsonNode synthetic = assessed.get(name);
            if (synthetic == null) {
                assertThat(refused.get(line)).as(name).isNotBlank();
            } else {
                assertThat(synthetic.get("verdict").textValue()).as(name).isEqualTo("UNDETERMINED");
                assertThat(synthetic.get("reason").textValue()).as(name).isNotBlank();
                assertThat(synthetic.get("probability").doubleValue()).as(name).isBetween(0.1, 0.9);
            }
        }
        assertThat(assessed).containsKeys("one word", "emoji", "ten million of one character", "ten million of a mark");
        assertThat(assessed.size() + refused.size()).isEqualTo(oddities.size());
    }

    private static String binary() {
        byte[] bytes = new byte[1 << 15];
        new Random(7).nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void permutingEveryFieldButTheTextChangesNoScore() throws IOException {
        List<ObjectNode> documents = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            documents.add(Json.mapper()
                    .createObjectNode()
                    .put("text", (i % 2 == 0 ? HUMAN : MACHINE).repeat(1 + i % 3) + " Number " + i + ".")
                    .put("source", "source-" + i % 7)
                    .put("uri", "https://example.org/" + i)
                    .put("publishedAt", "20%02d-01-01T00:00:00Z".formatted(i % 26))
                    .put("language", i % 3 == 0 ? "zh" : "en")
                    .put("license", "licence-" + i % 5)
                    .put("declaredOrigin", i % 4 == 0 ? "SYNTHETIC" : "HUMAN")
                    .put("generator", "generator-" + i % 4)
                    .put("label", i % 2 == 0 ? "llm" : "human"));
        }
        List<String> straight = synthetic(documents);
        List<ObjectNode> fields = new ArrayList<>(documents);
        Collections.shuffle(fields, new Random(5));
        List<ObjectNode> permuted = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            ObjectNode mixed = fields.get(i).deepCopy();
            mixed.set("text", documents.get(i).get("text"));
            permuted.add(mixed);
        }
        assertThat(permuted).isNotEqualTo(documents);
        assertThat(synthetic(permuted)).isEqualTo(straight);
        assertThat(straight).as("texts of several scores").hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    /** Hash, score and evidence of each document, as printed. */
    private List<String> synthetic(List<ObjectNode> documents) throws IOException {
        Path file = Files.createTempFile(folder, "documents", ".jsonl");
        Files.write(file, documents.stream().map(ObjectNode::toString).toList());
        CliRun run = CliRun.of("score", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        List<String> printed = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            JsonNode node = Json.mapper().readTree(line);
            printed.add(node.get("contentSha256") + " " + node.get("synthetic") + " " + node.get("evidence"));
        }
        return printed;
    }

    @Test
    void anOwnModelFindsWhatItsTrainingWroteBesideIt() throws IOException {
        Classifier shipped = Assessors.shippedClassifier();
        PassageModel passages = Companions.shippedFor(shipped).passages();
        Path bundle = folder.resolve("own.bundle");
        Bundle.write(
                new Classifier(
                        "own",
                        shipped.models(),
                        shipped.stack(),
                        shipped.alternatives(),
                        shipped.slope(),
                        shipped.shift(),
                        shipped.ceiling(),
                        shipped.flag(),
                        shipped.humans(),
                        shipped.language()),
                bundle);
        Path file = folder.resolve("documents.jsonl");
        Files.writeString(
                file, Json.mapper().createObjectNode().put("text", HUMAN.repeat(3) + MACHINE.repeat(3)) + "\n");
        String[] call = {"score", file.toString(), "--model", bundle.toString()};

        assertThat(CliRun.of(call).out()).contains("\"release\":\"own\"").doesNotContain("classifier/passages");

        Files.write(
                folder.resolve("own.passages"),
                new PassageModel(
                                "own",
                                passages.language(),
                                passages.head(),
                                passages.unit(),
                                passages.purity(),
                                passages.gate(),
                                passages.shareError())
                        .toBytes());
        CliRun run = CliRun.of(call);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"detector\":\"classifier/passages\",\"version\":\"own\"");
    }

    @Test
    void whoSaysThatTextsAreMixedIsToldWhereOrWhyNot() throws IOException {
        Path file = folder.resolve("documents.jsonl");
        Files.writeString(
                file,
                Json.mapper().createObjectNode().put("text", HUMAN.repeat(3)) + "\n"
                        + Json.mapper().createObjectNode().put("text", "Too short.") + "\n");

        CliRun asked = CliRun.of("score", file.toString());
        CliRun told = CliRun.of("score", file.toString(), "--mixed");

        assertThat(asked.out()).doesNotContain("classifier/passages");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out().lines().toList().get(0))
                .contains("classifier/passages", "\"shareIfMixed\"", "\"mixed\":\"as stated by the user\"");
        assertThat(told.out().lines().toList().get(1)).contains("\"notParted\":\"2 words; passages need 150\"");
    }
}
