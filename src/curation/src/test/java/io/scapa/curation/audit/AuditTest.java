package io.scapa.curation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.AuditSampler;
import io.scapa.curation.Candidate;
import io.scapa.curation.CollapseCheck;
import io.scapa.curation.Curator;
import io.scapa.curation.ExportOptions;
import io.scapa.curation.ExportResult;
import io.scapa.curation.Progress;
import io.scapa.curation.TestDocuments;
import io.scapa.curation.TestRecipes;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.SeededStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final List<Candidate> candidates = TestDocuments.mixed(11, 3000);
    private final Recipe recipe = TestRecipes.balanced(20_000, "maxAlpha: {share: 0.5, confidence: 0.95}");

    @TempDir
    private Path folder;

    @Test
    void asksForDocumentsOfEveryPoolAndNotTwice() throws IOException {
        List<ObjectNode> first = sample(Audit.none(), 40);
        Map<String, Integer> byPool = new TreeMap<>();
        first.forEach(line -> byPool.merge(line.path("cell").asText().split("/")[0], 1, Integer::sum));

        assertThat(byPool.keySet()).containsExactly("alpha", "beta", "eta", "gamma");
        assertThat(byPool.values()).allSatisfy(n -> assertThat(n).isBetween(40, 90));
        assertThat(sample(label(first), 40)).isEmpty();
        assertThat(sample(label(first), 80)).isNotEmpty().noneMatch(first::contains);
    }

    @Test
    void readsAFilledInSampleBackAndTellsOfBadLines() throws IOException {
        List<ObjectNode> lines = sample(Audit.none(), 12);
        lines.get(0).put("label", "gamma").put("by", "A. Reader").put("on", "2026-11-02");
        lines.get(1).set("label", new ObjectMapper().readTree("{\"alpha\": 0.5, \"eta\": 0.5}"));
        lines.get(1).put("by", "A. Reader").put("on", "2026-11-02");
        lines.get(2).put("label", "zeta").put("by", "A. Reader").put("on", "2026-11-02");
        lines.get(3).put("label", "gamma").put("by", "A. Reader").put("on", "yesterday");
        lines.get(4).put("label", "gamma").put("on", "2026-11-02");
        Path file = folder.resolve("labels.jsonl");
        Files.write(file, lines.stream().map(ObjectNode::toString).toList());
        List<String> faults = new ArrayList<>();

        Audit audit =
                AuditFile.read(List.of(file), (path, line, reason, field, excerpt) -> faults.add(line + " " + reason));

        assertThat(audit.labels()).hasSize(2);
        assertThat(faults)
                .hasSize(3)
                .anyMatch(f -> f.startsWith("3 label"))
                .anyMatch(f -> f.startsWith("4 on"))
                .anyMatch(f -> f.startsWith("5 by"));
    }

    @Test
    void onlyLabelsUpToTheFirstGapCount() throws IOException {
        Audit all = label(sample(Audit.none(), 200));
        Audit withGap = Audit.of(all.labels().stream()
                .filter(l -> l.contentSha256().hex().charAt(5) != '0')
                .toList());

        int used = auditedDocuments(all);
        int usedWithGap = auditedDocuments(withGap);

        assertThat(used).isGreaterThan(700);
        assertThat(usedWithGap).isPositive().isLessThan((int) (used * 0.8));
    }

    @Test
    void anAuditThatFindsLessAlphaThanTheDetectorLowersTheBound() throws IOException {
        Plan before = Curator.standard().plan(recipe, TestDocuments.of(candidates));
        Audit audit = label(sample(Audit.none(), 300));

        ExportResult result = Curator.standard()
                .with(audit)
                .export(
                        recipe,
                        TestDocuments.shuffling(candidates, 3),
                        folder.resolve("out"),
                        CollapseCheck.none(),
                        Progress.none(),
                        ExportOptions.standard());

        assertThat(result).isInstanceOf(ExportResult.Exported.class);
        JsonNode limit =
                json("out/manifest.json").path("mixture").path("limits").get(0);
        assertThat(limit.path("basis").asText()).isEqualTo("audit");
        assertThat(limit.path("bound").asDouble()).isLessThan(before.alphaUpper());
        assertThat(limit.path("audited").asInt()).isGreaterThan(300);
        assertThat(limit.path("gainOfOneMore").asDouble()).isPositive();
        assertThat(json("out/manifest.json").path("audit").path("by").get(0).asText())
                .isEqualTo("oracle");
        assertThat(DatasetVerifier.verify(folder.resolve("out")).failures()).isEmpty();
    }

    @Test
    void withoutAnAuditTheManifestSaysSo() throws IOException {
        Curator.standard()
                .export(
                        recipe,
                        TestDocuments.of(candidates),
                        folder.resolve("out"),
                        CollapseCheck.none(),
                        Progress.none());

        assertThat(json("out/manifest.json").path("audit").path("note").asText())
                .contains("detector alone");
        assertThat(json("out/manifest.json")
                        .path("mixture")
                        .path("limits")
                        .get(0)
                        .path("basis")
                        .asText())
                .isEqualTo("detector");
    }

    @Test
    void auditedBytesDoNotDependOnTheOrderOfCandidates() throws IOException {
        Audit audit = label(sample(Audit.none(), 100));
        for (String name : List.of("one", "two")) {
            Curator.standard()
                    .with(audit)
                    .export(
                            recipe,
                            TestDocuments.shuffling(candidates, name.hashCode()),
                            folder.resolve(name),
                            CollapseCheck.none(),
                            Progress.none());
        }

        assertThat(folder.resolve("two/manifest.json")).hasSameTextualContentAs(folder.resolve("one/manifest.json"));
        assertThat(folder.resolve("two/audit.jsonl")).hasSameTextualContentAs(folder.resolve("one/audit.jsonl"));
    }

    private int auditedDocuments(Audit audit) throws IOException {
        return Curator.standard().with(audit).plan(recipe, TestDocuments.of(candidates)).cells().stream()
                .mapToInt(c -> c.cell().alpha().audited())
                .sum();
    }

    private List<ObjectNode> sample(Audit known, int perPool) throws IOException {
        return new AuditSampler(recipe, known).sample(TestDocuments.shuffling(candidates, 7), perPool, Progress.none());
    }

    /** An oracle to whom the detector overstates alpha by half. */
    private static Audit label(List<ObjectNode> lines) {
        RandomGenerator random = new SeededStreams(5).stream("oracle", 0);
        List<AuditLabel> labels = new ArrayList<>();
        for (ObjectNode line : lines) {
            boolean alpha = random.nextDouble() < line.path("alpha").asDouble() / 2;
            labels.add(new AuditLabel(
                    new ContentHash(line.path("content_sha256").asText()),
                    alpha ? new PoolProbabilities(1, 0, 0, 0) : new PoolProbabilities(0, 0, 0, 1),
                    "oracle",
                    DAY));
        }
        return Audit.of(labels);
    }

    private JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(path).toFile());
    }
}
