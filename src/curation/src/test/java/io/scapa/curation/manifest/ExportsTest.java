package io.scapa.curation.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.curation.Candidate;
import io.scapa.curation.CollapseCheck;
import io.scapa.curation.Curator;
import io.scapa.curation.Progress;
import io.scapa.curation.TestDocuments;
import io.scapa.curation.TestRecipes;
import io.scapa.curation.impact.Impact;
import io.scapa.curation.impact.ImpactStudy;
import io.scapa.curation.recipe.Previous;
import io.scapa.curation.verify.Check;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.provenance.PoolProbabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is rendered from one manifest says the same everywhere. */
class ExportsTest {
    private final List<Candidate> candidates = TestDocuments.mixed(21, 1500);

    @TempDir
    private Path folder;

    private Path dataset;
    private JsonNode manifest;

    @BeforeEach
    void export() throws IOException {
        dataset = curate("first", "maxAlpha: {share: 0.45, confidence: 0.9}");
        manifest = json(dataset, "manifest.json");
    }

    @Test
    void theSpdxDocumentListsEveryShardAndResolvesItsReferences() throws IOException {
        JsonNode graph = json(dataset, "spdx.json").path("@graph");
        Set<String> ids = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        graph.forEach(e -> {
            ids.add(e.path("spdxId").asText(e.path("@id").asText()));
            e.path("verifiedUsing").forEach(h -> hashes.add(h.path("hashValue").asText()));
        });

        manifest.path("shards")
                .forEach(shard ->
                        assertThat(hashes).contains(shard.path("sha256").asText()));
        graph.forEach(e -> {
            e.path("to").forEach(to -> assertThat(ids).contains(to.asText()));
            e.path("rootElement").forEach(root -> assertThat(ids).contains(root.asText()));
            e.path("originatedBy").forEach(by -> assertThat(ids).contains(by.asText()));
        });
        assertThat(graph).anySatisfy(e -> {
            assertThat(e.path("type").asText()).isEqualTo("dataset_DatasetPackage");
            assertThat(e.path("dataset_datasetType").get(0).asText()).isEqualTo("text");
            assertThat(e.path("builtTime").asText()).isEqualTo("2026-11-21T00:00:00Z");
        });
        assertThat(graph)
                .extracting(e -> e.path("relationshipType").asText())
                .contains("contains", "hasDeclaredLicense", "hasConcludedLicense");
    }

    @Test
    void theLineageEventCarriesTheMixture() throws IOException {
        JsonNode event = json(dataset, "lineage.json");

        assertThat(event.path("eventType").asText()).isEqualTo("COMPLETE");
        assertThat(event.path("inputs")).hasSize(3);
        JsonNode facet = event.path("outputs").get(0).path("facets").path("scapa_mixture");
        assertThat(facet.path("pools").get(0).path("share").asDouble())
                .isEqualTo(manifest.path("mixture")
                        .path("pools")
                        .get(0)
                        .path("share")
                        .asDouble());
        assertThat(facet.path("_producer").asText()).isNotEmpty();
    }

    @Test
    void theSummaryNamesEverySourceAndTheSyntheticShare() throws IOException {
        String summary = Files.readString(dataset.resolve("article53.md"));

        manifest.path("inputs")
                .path("sources")
                .forEach(source ->
                        assertThat(summary).contains(source.path("sha256").asText()));
        assertThat(summary).contains("Synthetic data").contains("Expected share of current-model output");
    }

    /** Whoever reads the card sees every step that changed or dropped a text, what each source gave, and whether the limit holds. */
    @Test
    void cardCroissantAndSummarySayEveryStep() throws IOException {
        dataset = curate(
                "steps",
                "maxAlpha: {share: 0.45, confidence: 0.9}",
                "nearDedup: true",
                "filters: {minTokens: 30, languages: [en], gopherQuality: {minWords: 10, minStopWords: 0}, pii: mask,"
                        + " repeatedParagraphs: true}");
        String card = Files.readString(dataset.resolve("README.md"));
        String croissant = json(dataset, "croissant.json")
                .at("/rai:dataPreprocessingProtocol/0")
                .asText();
        String summary = Files.readString(dataset.resolve("article53.md"));
        for (String step : List.of(
                "below 30 tokens",
                "in other languages than en",
                "by the rules gopherQuality",
                "5-word shingles have a Jaccard similarity of 0.8",
                "replaced by its kind in brackets: email, phone, ip, iban, card, ssn",
                "A paragraph of 10 words or more")) {
            assertThat(card).contains(step);
            assertThat(croissant).contains(step);
            assertThat(summary).contains(step);
        }
        assertThat(card)
                .contains("with 90% confidence at most", "it holds", "the detector alone")
                .contains("| filter tokens |")
                .contains("size_categories:\n- n<1K\n");
        JsonNode sources = json(dataset, "manifest.json").at("/mixture/sources");
        assertThat(sources).hasSize(3);
        long tokens = 0;
        for (JsonNode source : sources) {
            tokens += source.get("tokens").asLong();
            assertThat(card)
                    .contains("| %s | %,d | %,d | %.2f%% |"
                            .formatted(
                                    source.get("source").asText(),
                                    source.get("documents").asLong(),
                                    source.get("tokens").asLong(),
                                    100 * source.get("share").asDouble()));
        }
        assertThat(tokens)
                .isEqualTo(json(dataset, "manifest.json").at("/totals/tokens").asLong());
        assertThat(DatasetVerifier.verify(dataset).failures()).isEmpty();
    }

    @Test
    void theCardShowsAskedAndRealisedShares() throws IOException {
        assertThat(Files.readString(dataset.resolve("README.md")))
                .startsWith("---\nlicense: cc-by-4.0\n")
                .contains("- synthetic")
                .contains("| alpha | 20.00% |")
                .contains("path: train/*.jsonl.gz");
    }

    @Test
    void alphaIsInheritedThroughBeta() throws IOException {
        Previous previous = LineageAlpha.previous(dataset);
        double alpha = manifest.path("lineage").path("now").asDouble();
        assertThat(previous.syntheticShare()).isEqualTo(alpha);

        Path second = curate("second", previousLine(previous));
        JsonNode lineage = json(second, "manifest.json").path("lineage");
        double beta = json(second, "manifest.json")
                .path("mixture")
                .path("pools")
                .get(1)
                .path("share")
                .asDouble();
        assertThat(lineage.path("inherited").asDouble()).isCloseTo(beta * alpha, within(1e-12));
        assertThat(lineage.path("total").asDouble())
                .isCloseTo(lineage.path("now").asDouble() + beta * alpha, within(1e-12));
        assertThat(LineageAlpha.previous(second).syntheticShare())
                .as("multiplies through")
                .isEqualTo(lineage.path("total").asDouble());
        assertThat(DatasetVerifier.verify(second).failures()).isEmpty();

        Path file = second.resolve("manifest.json");
        Files.writeString(
                file, Files.readString(file).replaceFirst("\"inherited\" : [0-9.E-]+", "\"inherited\" : 0.0"));
        assertThat(DatasetVerifier.verify(second).failures())
                .extracting(Check::name)
                .contains("alpha inherited");
    }

    @Test
    void aNewerReleaseThatFindsMoreAlphaBreaksTheLimit() throws IOException {
        Impact same = new ImpactStudy(content -> null).of(dataset);
        Impact worse = new ImpactStudy(
                        content -> content.hex().charAt(0) < '8' ? new PoolProbabilities(0.9, 0, 0, 0.1) : null)
                .of(dataset);

        assertThat(same.breaks()).isFalse();
        assertThat(same.alphaNow()).isEqualTo(same.alphaThen());
        assertThat(same.reassessed()).isZero();
        assertThat(worse.breaks()).isTrue();
        assertThat(worse.reassessed()).isCloseTo(0.5, within(0.15));
        assertThat(worse.boundNow()).isGreaterThan(worse.alphaNow()).isGreaterThan(0.45);
    }

    private static String previousLine(Previous previous) {
        return "previous: {manifestSha256: %s, syntheticShare: %s}"
                .formatted(previous.manifestSha256(), previous.syntheticShare());
    }

    private Path curate(String name, String... more) throws IOException {
        Path out = folder.resolve(name);
        Curator.standard()
                .export(
                        TestRecipes.balanced(8_000, more),
                        TestDocuments.of(candidates),
                        out,
                        CollapseCheck.none(),
                        Progress.none());
        return out;
    }

    private static JsonNode json(Path dataset, String name) throws IOException {
        return new ObjectMapper().readTree(dataset.resolve(name).toFile());
    }
}
