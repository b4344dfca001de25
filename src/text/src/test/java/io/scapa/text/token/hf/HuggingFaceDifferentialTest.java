package io.scapa.text.token.hf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Against the Python library: made-up strings of many scripts, and in the long run pieces of real texts of seven languages,
 * for every normalizer, every pre-tokenizer, and whole tokenizers of every shape. The long run writes the digests that
 * {@link HuggingFaceDigestsGoldenTest} holds to {@code target/tokenizers-digests.json}.
 */
class HuggingFaceDifferentialTest {
    private static final int FEW = 2_000;
    private static final int MANY = 100_000;
    private static final int PAIRED = 10_000;

    @Test
    void agreesWithTheLibraryOnAFewThousandStrings() throws IOException {
        try (PythonTwin twin = PythonTwin.start()) {
            LibraryComparison few = new LibraryComparison(twin, "few", RandomTexts::batch, FEW);
            parts(few);
            kept(few);
            few.check();
            pairs(twin, FEW / 10);
        }
    }

    @Test
    @Tag("long")
    void agreesWithTheLibraryOnAHundredThousandMadeUpStrings() throws IOException {
        try (PythonTwin twin = PythonTwin.start()) {
            LibraryComparison random = new LibraryComparison(twin, "random", RandomTexts::batch, MANY);
            parts(random);
            maps(random);
            kept(random);
            random.write(null);
        }
    }

    @Test
    @Tag("long")
    void agreesWithTheLibraryOnAHundredThousandPiecesOfTextsInSevenLanguages() throws IOException {
        CorpusTexts corpus = CorpusTexts.require();
        try (PythonTwin twin = PythonTwin.start()) {
            LibraryComparison pieces = new LibraryComparison(twin, "corpus", corpus::batch, MANY);
            parts(pieces);
            maps(pieces);
            kept(pieces);
            pieces.write(corpus.digest());
        }
    }

    @Test
    @Tag("long")
    void agreesForEveryPairOfModelAndPreTokenizer() throws IOException {
        try (PythonTwin twin = PythonTwin.start()) {
            pairs(twin, PAIRED);
        }
    }

    /**
     * Every {@code *.json} in the folder that {@code SCAPA_TEST_TOKENIZERS} names, such as those of published models, on
     * {@code SCAPA_TEST_TOKENIZER_STRINGS} strings of each kind.
     */
    @Test
    void agreesOnPublishedVocabularies() throws IOException {
        String folder = System.getenv("SCAPA_TEST_TOKENIZERS");
        if (folder == null) {
            System.out.println("SKIPPED, NOT PASSED: SCAPA_TEST_TOKENIZERS names no folder of tokenizer.json files");
            Assumptions.abort("needs SCAPA_TEST_TOKENIZERS");
        }
        int count = Integer.parseInt(System.getenv().getOrDefault("SCAPA_TEST_TOKENIZER_STRINGS", "5000"));
        CorpusTexts corpus = CorpusTexts.require();
        try (PythonTwin twin = PythonTwin.start();
                Stream<Path> files = Files.list(Path.of(folder))) {
            List<Path> vocabularies = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(vocabularies).isNotEmpty();
            LibraryComparison random = new LibraryComparison(twin, "random-published", RandomTexts::batch, count);
            LibraryComparison pieces = new LibraryComparison(twin, "corpus-published", corpus::batch, count);
            for (Path file : vocabularies) {
                random.published(file);
                pieces.published(file);
            }
            random.write(null);
            pieces.write(corpus.digest());
        }
    }

    private static void parts(LibraryComparison texts) throws IOException {
        for (Map.Entry<String, String> entry : TokenizerParts.NORMALIZERS.entrySet()) {
            texts.normalizer(entry.getKey(), PythonTwin.JSON.readTree(entry.getValue()));
        }
        for (String pre : TokenizerParts.PRE_TOKENIZERS) {
            texts.preTokenizer(PythonTwin.JSON.readTree(pre));
        }
    }

    private static void maps(LibraryComparison texts) {
        for (String rule : List.of("nmt_nfkc", "nfkc", "nmt_nfkc_cf", "nfkc_cf")) {
            CharsMaps.published(texts.twin(), rule).ifPresent(map -> texts.normalizer("Precompiled " + rule, map));
        }
    }

    private static void kept(LibraryComparison texts) throws IOException {
        for (Map.Entry<String, JsonNode> entry : KeptTokenizers.all().entrySet()) {
            texts.tokenizer(entry.getKey(), entry.getValue());
        }
    }

    /** Each model trained behind each pre-tokenizer. */
    private static void pairs(PythonTwin twin, int count) throws IOException {
        BiFunction<Integer, Integer, List<String>> texts = RandomTexts::batch;
        LibraryComparison comparison = new LibraryComparison(twin, "pairs", texts, count);
        for (String model : List.of("BPE", "Unigram")) {
            for (String pre : TokenizerParts.PRE_TOKENIZERS) {
                JsonNode trained = trained(twin, model, pre);
                comparison.tokenizer(model + " " + pre, trained);
                comparison.tokenizer(model + " varied " + pre, varied(trained, model));
            }
        }
        comparison.check();
    }

    private static JsonNode trained(PythonTwin twin, String model, String pre) throws IOException {
        ObjectNode settings = PythonTwin.JSON.createObjectNode();
        settings.set("pre_tokenizer", PythonTwin.JSON.readTree(pre));
        if (pre.contains("Metaspace")) {
            settings.set("normalizer", PythonTwin.JSON.readTree(TokenizerParts.NORMALIZERS.get("NFKC")));
        }
        ObjectNode request =
                PythonTwin.JSON.createObjectNode().put("train", model).put("size", 4000);
        request.set("settings", settings);
        ArrayNode texts = request.putArray("texts");
        RandomTexts.batch(-5_000, model.equals("BPE") ? 5_000 : 600).forEach(texts::add);
        return twin.ask(request).get("tokenizer");
    }

    /** The trained file with fused unknowns, unmerged whole words and an added token. */
    private static JsonNode varied(JsonNode trained, String model) {
        ObjectNode other = trained.deepCopy();
        if (model.equals("BPE")) {
            ((ObjectNode) other.get("model")).put("fuse_unk", true).put("ignore_merges", true);
        }
        ObjectNode added = ((ArrayNode) other.get("added_tokens")).addObject();
        String content = Stream.of("don't", "on't", "n't", "don'", "n'", "aterxx")
                .filter(text -> !trained.get("model").get("vocab").toString().contains("\"" + text + "\""))
                .findFirst()
                .orElseThrow();
        added.put("id", HuggingFaceTokenizer.of("trained", trained).vocabularySize())
                .put("content", content)
                .put("single_word", false);
        added.put("lstrip", false).put("rstrip", false).put("normalized", true).put("special", false);
        return other;
    }
}
