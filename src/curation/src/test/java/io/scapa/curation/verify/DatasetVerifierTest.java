package io.scapa.curation.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.CollapseReport;
import io.scapa.curation.Curator;
import io.scapa.curation.Lines;
import io.scapa.curation.Progress;
import io.scapa.curation.TestDocuments;
import io.scapa.curation.TestRecipes;
import io.scapa.curation.recipe.ShardSettings.Format;
import io.scapa.curation.shard.Compression;
import io.scapa.curation.shard.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetVerifierTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path dataset;
    private Path shard;

    @BeforeEach
    void export() throws IOException {
        dataset = folder.resolve("out");
        Curator.standard()
                .export(
                        TestRecipes.balanced(
                                8_000, "shards: {documents: 100}", "maxAlpha: {share: 0.4, confidence: 0.9}"),
                        TestDocuments.of(TestDocuments.mixed(5, 900)),
                        dataset,
                        (mixture, tokens, documents, generations, seed) -> new CollapseReport(
                                0.02,
                                "calm",
                                JsonNodeFactory.instance.objectNode().put("p", 0.02),
                                Map.of("a.svg", "<svg/>")),
                        Progress.none());
        shard = dataset.resolve("train/part-00001.jsonl.gz");
        assertThat(DatasetVerifier.verify(dataset).ok()).isTrue();
    }

    @Test
    void findsOneFlippedByteInAnyFile() throws IOException {
        for (String name : new String[] {
            "train/part-00000.jsonl.gz", "croissant.json", "README.md", "recipe.json", "collapse/a.svg"
        }) {
            Path file = dataset.resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            byte[] flipped = bytes.clone();
            flipped[bytes.length / 2] ^= 1;
            Files.write(file, flipped);
            assertThat(failures()).contains("sha256 of " + name);
            Files.write(file, bytes);
        }
        assertThat(failures()).isEmpty();
    }

    @Test
    void findsAMissingShard() throws IOException {
        Files.delete(shard);

        assertThat(failures()).contains("presence of train/part-00001.jsonl.gz", "total of lines", "total of tokens");
    }

    @Test
    void findsAnExtraShard() throws IOException {
        Files.copy(shard, dataset.resolve("train/part-99999.jsonl.gz"));

        assertThat(DatasetVerifier.verify(dataset).failures()).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo("no unlisted file");
            assertThat(check.detail()).contains("train/part-99999.jsonl.gz");
        });
    }

    @Test
    void findsATruncatedShard() throws IOException {
        byte[] bytes = Files.readAllBytes(shard);
        Files.write(shard, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(failures()).contains("size of train/part-00001.jsonl.gz", "reading train/part-00001.jsonl.gz");
    }

    @Test
    void findsAnEditedShareInTheManifestAndInTheCroissantFile() throws IOException {
        editManifest(m -> ((ObjectNode) m.path("mixture").path("pools").get(0)).put("share", 0.01));

        assertThat(failures()).contains("share of alpha", "croissant share of alpha");
    }

    @Test
    void findsAnEditedSourceInTheManifest() throws IOException {
        editManifest(m -> ((ObjectNode) m.path("mixture").path("sources").get(1)).put("tokens", 1));
        assertThat(failures()).containsExactly("tokens of source source-" + sourceOf(1));

        editManifest(m -> ((ArrayNode) m.path("mixture").path("sources")).remove(1));
        assertThat(failures()).containsExactly("number of sources");
    }

    private String sourceOf(int index) throws IOException {
        return MAPPER.readTree(dataset.resolve("manifest.json").toFile())
                .at("/mixture/sources/" + index + "/source")
                .asText()
                .replace("source-", "");
    }

    @Test
    void findsAnEditedShareInTheCroissantFileEvenIfItsHashIsForged() throws IOException {
        Path file = dataset.resolve("croissant.json");
        String text = Files.readString(file);
        ObjectNode croissant = (ObjectNode) MAPPER.readTree(text);
        ((ObjectNode) croissant.path("recordSet").get(0).path("data").get(0)).put("pools/share", 0.001);
        Files.writeString(file, croissant.toPrettyString());
        forgeHash("croissant.json");

        assertThat(failures()).containsExactly("croissant share of alpha");
    }

    @Test
    void findsATextThatWasChangedEvenIfAllHashesAreForged() throws IOException {
        List<String> lines = new ArrayList<>(Lines.read(shard));
        ObjectNode line = (ObjectNode) MAPPER.readTree(lines.get(3));
        line.put("text", line.path("text").asText() + " and more that nobody assessed");
        lines.set(3, line.toString());
        rewrite(lines);
        forgeHash("train/part-00001.jsonl.gz");

        assertThat(DatasetVerifier.verify(dataset).failures()).anySatisfy(check -> {
            assertThat(check.name()).isEqualTo("texts of train/part-00001.jsonl.gz");
            assertThat(check.detail()).contains("line 4: content_sha256").contains("tokens is");
        });
    }

    @Test
    void findsALineThatWasRelabelledEvenIfAllHashesAreForged() throws IOException {
        List<String> lines = new ArrayList<>(Lines.read(shard));
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = (ObjectNode) MAPPER.readTree(lines.get(i));
            if (line.path("pool").asText().equals("alpha")) {
                line.put("alpha", 0.0)
                        .put("beta", 0.0)
                        .put("gamma", 1.0)
                        .put("eta", 0.0)
                        .put("pool", "gamma");
                lines.set(i, line.toString());
            }
        }
        rewrite(lines);
        forgeHash("train/part-00001.jsonl.gz");

        assertThat(failures())
                .contains(
                        "share of alpha",
                        "share of gamma",
                        "documents of alpha",
                        "bound of maxAlpha",
                        "tokens by cell");
    }

    @Test
    void findsLinesOutOfTheOrderOfTheDraw() throws IOException {
        List<String> lines = new ArrayList<>(Lines.read(shard));
        java.util.Collections.swap(lines, 2, 50);
        rewrite(lines);
        forgeHash("train/part-00001.jsonl.gz");

        assertThat(failures()).containsExactly("order of the draw");
    }

    @Test
    void findsAnEditedRecipeAndAnEditedPromise() throws IOException {
        editManifest(m -> ((ObjectNode) m.path("recipe").path("targets").path("alpha")).put("tolerance", 0.5));
        assertThat(failures()).contains("recipe hash", "tolerance of alpha");

        editManifest(m -> ((ObjectNode) m.path("mixture").path("limits").get(0)).put("holds", false));
        assertThat(failures()).contains("whether maxAlpha holds");
    }

    @Test
    void saysWhatIsWrongWithAFolderThatIsNoDataset() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(DatasetVerifier.verify(empty).ok()).isFalse();

        Files.writeString(empty.resolve("manifest.json"), "{not json");
        assertThat(DatasetVerifier.verify(empty).failures())
                .singleElement()
                .satisfies(check -> assertThat(check.name()).isEqualTo("reading manifest.json"));
    }

    @Test
    void doesNotFollowPathsOutOfTheDataset() throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        editManifest(m -> ((ObjectNode) m.path("files").get(0)).put("path", "../secret"));

        assertThat(failures()).contains("path of ../secret");
    }

    private List<String> failures() throws IOException {
        return DatasetVerifier.verify(dataset).failures().stream()
                .map(Check::name)
                .toList();
    }

    private void editManifest(java.util.function.Consumer<ObjectNode> edit) throws IOException {
        Path file = dataset.resolve("manifest.json");
        ObjectNode manifest = (ObjectNode) MAPPER.readTree(file.toFile());
        edit.accept(manifest);
        Files.writeString(file, manifest.toPrettyString());
    }

    private void rewrite(List<String> lines) throws IOException {
        try (OutputStream out = Compression.compress(Format.JSONL_GZ, Files.newOutputStream(shard))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A forger who knows the format puts the new hash into the manifest and the Croissant file. */
    private void forgeHash(String path) throws IOException {
        Path file = dataset.resolve(path);
        String hash = Digests.ofFile(file);
        ObjectNode croissant =
                (ObjectNode) MAPPER.readTree(dataset.resolve("croissant.json").toFile());
        croissant.path("distribution").forEach(entry -> {
            if (entry.path("contentUrl").asText().equals(path)) {
                ((ObjectNode) entry).put("sha256", hash);
            }
        });
        if (!path.equals("croissant.json")) {
            Files.writeString(dataset.resolve("croissant.json"), croissant.toPrettyString());
            forgeHash("croissant.json");
        }
        editManifest(m -> {
            for (String list : new String[] {"shards", "files"}) {
                m.path(list).forEach(entry -> {
                    if (entry.path("path").asText().equals(path)) {
                        ((ObjectNode) entry)
                                .put("sha256", hash)
                                .put("bytes", file.toFile().length());
                    }
                });
            }
        });
    }
}
