package io.scapa.text.token.hf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Vectors kept from a run of the Python library, for machines that have none. */
class HuggingFaceVectorsGoldenTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode vectors() throws IOException {
        try (InputStream in = HuggingFaceVectorsGoldenTest.class.getResourceAsStream("tokenizers-vectors.json")) {
            return JSON.readTree(in);
        }
    }

    @Test
    void everyNormalizerDoesWhatTheLibraryDid() throws IOException {
        JsonNode vectors = vectors();
        assertThat(vectors.get("normalizers")).isNotEmpty();
        for (JsonNode kept : vectors.get("normalizers")) {
            TextNormalizer normalizer = Normalizers.read(kept.get("normalizer"));
            for (int i = 0; i < vectors.get("texts").size(); i++) {
                assertThat(normalizer.apply(vectors.get("texts").get(i).asText()))
                        .as(kept.get("normalizer").toString())
                        .isEqualTo(kept.get("texts").get(i).asText());
            }
        }
    }

    @Test
    void aFilesTokenizerGivesTheLibrarysIdsAndTheTextBack() throws IOException {
        JsonNode vectors = vectors();
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.of("kept", vectors.get("tokenizer"));
        assertThat(vectors.get("ids")).isNotEmpty();
        for (int i = 0; i < vectors.get("ids").size(); i++) {
            JsonNode ids = vectors.get("ids").get(i);
            String text = vectors.get("texts").get(i).asText();
            assertThat(tokenizer.encode(text))
                    .isEqualTo(IntStream.range(0, ids.size())
                            .map(j -> ids.get(j).asInt())
                            .toArray());
            assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
        }
    }

    @Test
    void whatIsNotSupportedIsNamed() throws IOException {
        assertThatThrownBy(() -> HuggingFaceTokenizer.of("x", JSON.readTree("{}")))
                .hasMessageContaining("model is missing");
        assertThatThrownBy(() -> HuggingFaceTokenizer.of("x", JSON.readTree("{\"model\":{\"type\":\"WordPiece\"}}")))
                .hasMessageContaining("'WordPiece' is not supported, expected one of BPE, Unigram");
        assertThatThrownBy(() -> Normalizers.read(JSON.readTree("{\"type\":\"Rot13\"}")))
                .hasMessageContaining("Rot13");
        assertThatThrownBy(() -> PreTokenizers.read(JSON.readTree("{\"type\":\"Rot13Split\"}")))
                .hasMessageContaining("Rot13Split");
        HuggingFaceTokenizer kept = HuggingFaceTokenizer.of("kept", vectors().get("tokenizer"));
        assertThatThrownBy(() -> kept.decode(new int[] {99_999})).hasMessageContaining("99999");
    }
}
