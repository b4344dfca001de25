package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenAI's published vocabularies, which ship with jtokkit, as {@code tokenizer.json} files: ranks become merges, since
 * each token is the join of the two that its bytes merge to with the tokens of lower rank.
 */
final class JtokkitVocabulary {
    private static final String BYTE_LEVEL =
            "{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":%s}";
    private static final String SPLIT = "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Split\",\"pattern\":"
            + "{\"Regex\":\"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}{1,3}"
            + "| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+\"},"
            + "\"behavior\":\"Isolated\",\"invert\":false}," + BYTE_LEVEL.formatted(false) + "]}";

    private JtokkitVocabulary() {}

    /** GPT-2's, whose cut is the byte-level pre-tokenizer's own. */
    static ObjectNode r50k() throws IOException {
        return document("r50k_base", BYTE_LEVEL.formatted(true));
    }

    /** GPT-4's. */
    static ObjectNode cl100k() throws IOException {
        return document("cl100k_base", SPLIT);
    }

    private static ObjectNode document(String name, String preTokenizer) throws IOException {
        Map<String, Integer> ranks = ranks(name);
        ObjectNode root = PythonTwin.JSON.createObjectNode().put("version", "1.0");
        root.putNull("truncation").putNull("padding").putArray("added_tokens");
        root.putNull("normalizer").set("pre_tokenizer", PythonTwin.JSON.readTree(preTokenizer));
        root.putNull("post_processor").set("decoder", PythonTwin.JSON.readTree(BYTE_LEVEL.formatted(true)));
        ObjectNode model = root.putObject("model").put("type", "BPE");
        for (String absent : List.of("dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix")) {
            model.putNull(absent);
        }
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
        ObjectNode vocabulary = model.putObject("vocab");
        ArrayNode merges = model.putArray("merges");
        ranks.forEach((token, rank) -> {
            vocabulary.put(token, rank);
            if (token.length() > 1) {
                merges.add(String.join(" ", parts(token, rank, ranks)));
            }
        });
        return root;
    }

    /** Tokens in the byte alphabet, in order of rank. */
    private static Map<String, Integer> ranks(String name) throws IOException {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                com.knuddels.jtokkit.Encodings.class.getResourceAsStream(name + ".tiktoken"),
                StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                ranks.put(ByteAlphabet.encode(Base64.getDecoder().decode(parts[0])), Integer.parseInt(parts[1]));
            }
        }
        return ranks;
    }

    private static List<String> parts(String token, int rank, Map<String, Integer> ranks) {
        List<String> parts =
                new ArrayList<>(token.chars().mapToObj(Character::toString).toList());
        while (parts.size() > 2) {
            int best = -1;
            int least = rank;
            for (int i = 0; i + 1 < parts.size(); i++) {
                int joined = ranks.getOrDefault(parts.get(i) + parts.get(i + 1), Integer.MAX_VALUE);
                if (joined < least) {
                    least = joined;
                    best = i;
                }
            }
            if (best < 0) {
                throw new IllegalStateException("token " + rank + " is no join of two others");
            }
            parts.set(best, parts.get(best) + parts.remove(best + 1));
        }
        return parts;
    }
}
