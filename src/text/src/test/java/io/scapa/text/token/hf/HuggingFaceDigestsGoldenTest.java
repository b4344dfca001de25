package io.scapa.text.token.hf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Digests of what the Python library {@code tokenizers} 0.23 answered for 100,000 made-up strings and for 100,000 pieces of
 * texts in seven languages ({@link HuggingFaceDifferentialTest}), for machines without it. A block is 5,000 strings; the
 * default tests read the first of each, the long ones all that are kept (all made-up strings, 20,000 of the pieces).
 */
class HuggingFaceDigestsGoldenTest {
    @Test
    void theFirstMadeUpStringsGiveTheLibrarysAnswers() throws IOException {
        holds(digests("random"), RandomTexts::batch, 1, answers());
    }

    @Test
    @Tag("long")
    void allMadeUpStringsGiveTheLibrarysAnswers() throws IOException {
        holds(digests("random"), RandomTexts::batch, Integer.MAX_VALUE, answers());
    }

    @Test
    void theFirstPiecesOfTextsGiveTheLibrarysAnswers() throws IOException {
        JsonNode kept = digests("corpus");
        holds(kept, corpus(kept)::batch, 1, answers());
    }

    @Test
    @Tag("long")
    void allPiecesOfTextsGiveTheLibrarysAnswers() throws IOException {
        JsonNode kept = digests("corpus");
        holds(kept, corpus(kept)::batch, Integer.MAX_VALUE, answers());
    }

    /** The published files are not kept here: {@code SCAPA_TEST_TOKENIZERS} names a folder that holds some of them. */
    @Test
    void publishedVocabulariesGiveTheLibrarysAnswers() throws IOException {
        String folder = System.getenv("SCAPA_TEST_TOKENIZERS");
        if (folder == null) {
            System.out.println("SKIPPED, NOT PASSED: SCAPA_TEST_TOKENIZERS names no folder of tokenizer.json files");
            Assumptions.abort("needs SCAPA_TEST_TOKENIZERS");
        }
        Map<String, TokenizerAnswers> published = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                String name = file.getFileName().toString();
                published.put(
                        name + " " + TokenizerAnswers.digest(file),
                        TokenizerAnswers.tokenizer(HuggingFaceTokenizer.read(name, file)));
            }
        }
        holds(digests("random-published"), RandomTexts::batch, 1, published);
    }

    private static CorpusTexts corpus(JsonNode kept) throws IOException {
        CorpusTexts corpus = CorpusTexts.require();
        if (!corpus.digest().equals(kept.get("corpora").asText())) {
            System.out.println("SKIPPED, NOT PASSED: the corpora are not those that the digests were made of");
            Assumptions.abort("needs the corpora of the digests");
        }
        return corpus;
    }

    private static JsonNode digests(String kind) throws IOException {
        try (InputStream in =
                HuggingFaceDigestsGoldenTest.class.getResourceAsStream("tokenizers-digests-" + kind + ".json")) {
            return PythonTwin.JSON.readTree(in);
        }
    }

    /** Everything whose input is kept here: the published character maps are not, they need SentencePiece. */
    private static Map<String, TokenizerAnswers> answers() throws IOException {
        Map<String, TokenizerAnswers> answers = new HashMap<>();
        for (Map.Entry<String, String> entry : TokenizerParts.NORMALIZERS.entrySet()) {
            answers.put(entry.getKey(), TokenizerAnswers.normalizer(PythonTwin.JSON.readTree(entry.getValue())));
        }
        for (String pre : TokenizerParts.PRE_TOKENIZERS) {
            JsonNode part = PythonTwin.JSON.readTree(pre);
            answers.put(part.toString(), TokenizerAnswers.preTokenizer(part));
        }
        KeptTokenizers.all()
                .forEach((name, document) ->
                        answers.put(name, TokenizerAnswers.tokenizer(HuggingFaceTokenizer.of(name, document))));
        return answers;
    }

    private static void holds(
            JsonNode kept,
            BiFunction<Integer, Integer, List<String>> texts,
            int blocks,
            Map<String, TokenizerAnswers> answers) {
        int block = kept.get("block").asInt();
        int checked = 0;
        for (Map.Entry<String, TokenizerAnswers> entry : answers.entrySet()) {
            JsonNode digests = kept.get("digests").path(entry.getKey());
            for (int i = 0; i < Math.min(blocks, digests.size()); i++) {
                BlockDigests digest = new BlockDigests();
                texts.apply(i * block, block).forEach(text -> entry.getValue().of(text, digest));
                assertThat(digest.end())
                        .as(entry.getKey() + ", block " + i)
                        .isEqualTo(digests.get(i).asText());
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(answers.size());
    }
}
