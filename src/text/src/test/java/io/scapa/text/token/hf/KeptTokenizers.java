package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Whole tokenizers of every shape: OpenAI's published vocabularies, and small ones that the Python library trained. */
final class KeptTokenizers {
    private static final List<String> TRAINED = List.of(
            "bpe-byte-fallback", "bpe-word-suffix", "bpe-subword-prefix", "unigram-charsmap", "unigram-byte-fallback");

    private KeptTokenizers() {}

    static Map<String, JsonNode> all() throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        for (String name : TRAINED) {
            all.put(name, trained(name));
        }
        all.put("r50k_base", JtokkitVocabulary.r50k());
        all.put("cl100k_base", JtokkitVocabulary.cl100k());
        return all;
    }

    private static JsonNode trained(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(KeptTokenizers.class.getResourceAsStream(name + ".json.gz"))) {
            return PythonTwin.JSON.readTree(in);
        }
    }
}
