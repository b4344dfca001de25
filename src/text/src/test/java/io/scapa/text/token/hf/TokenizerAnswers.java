package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What our reader answers for a string, as JSON and into a digest. */
@FunctionalInterface
interface TokenizerAnswers {
    JsonNode of(String text, BlockDigests digest);

    static TokenizerAnswers normalizer(JsonNode part) {
        TextNormalizer normalizer = Normalizers.read(part);
        return (text, digest) -> {
            String changed = normalizer.apply(text);
            digest.add(changed);
            return TextNode.valueOf(changed);
        };
    }

    static TokenizerAnswers preTokenizer(JsonNode part) {
        PreTokenizer preTokenizer = PreTokenizers.read(part);
        return (text, digest) -> {
            ArrayNode words = JsonNodeFactory.instance.arrayNode();
            List<PreTokenizer.Word> cut =
                    text.isEmpty() ? List.of() : preTokenizer.cut(new PreTokenizer.Word(text, true));
            for (PreTokenizer.Word word : cut) {
                digest.add(word.text());
                words.add(word.text());
            }
            return words;
        };
    }

    static TokenizerAnswers tokenizer(HuggingFaceTokenizer tokenizer) {
        return (text, digest) -> {
            int[] ids = tokenizer.encode(text);
            digest.add(ids);
            ArrayNode all = JsonNodeFactory.instance.arrayNode(ids.length);
            for (int id : ids) {
                all.add(id);
            }
            return all;
        };
    }

    /** SHA-256 of a file in hexadecimal digits. */
    static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
