package io.scapa.text.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.testing.SharedFolder;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Text to GPT-2 ids, as tiktoken and the transformers tokenizer give them. */
class Gpt2TokenizeGoldenTest {
    @Test
    void everyCase() throws IOException {
        JsonNode golden = Json.mapper()
                .readTree(SharedFolder.require("watermark-goldens/gpt2-tokenize.json")
                        .toFile());
        Tokenizer tokenizer = Tokenizers.named("gpt2");
        assertThat(golden.get("cases")).isNotEmpty();
        for (JsonNode example : golden.get("cases")) {
            JsonNode ids = example.get("input_ids");
            int[] expected = IntStream.range(0, ids.size())
                    .map(i -> ids.get(i).intValue())
                    .toArray();
            String text = example.get("text").textValue();
            assertThat(tokenizer.encode(text)).as(example.get("id").textValue()).containsExactly(expected);
            assertThat(tokenizer.count(text)).isEqualTo(expected.length);
        }
    }
}
