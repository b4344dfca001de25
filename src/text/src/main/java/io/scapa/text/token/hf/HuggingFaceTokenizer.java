package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.text.json.Json;
import io.scapa.text.token.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A tokenizer read from a Hugging Face {@code tokenizer.json}: BPE or Unigram with the library's normalizers and
 * pre-tokenizers. Gives the ids of {@code Tokenizer.encode(text, add_special_tokens=False)} with special tokens taken as
 * ordinary text. Immutable and safe for many threads.
 */
public final class HuggingFaceTokenizer implements Tokenizer {
    private static final long LARGEST_FILE = 256L << 20;

    private final String name;
    private final TextNormalizer normalizer;
    private final PreTokenizer preTokenizer;
    private final PieceModel model;
    private final AddedTokens rawAdded;
    private final AddedTokens normalizedAdded;
    private final PieceDecoder decoder;
    private final boolean prefixed;
    private final String[] pieces;

    private HuggingFaceTokenizer(String name, JsonNode root) {
        this.name = name;
        this.normalizer = Normalizers.read(root.path("normalizer"));
        this.preTokenizer = PreTokenizers.read(root.path("pre_tokenizer"));
        this.model = model(root.path("model"));
        JsonNode added = root.path("added_tokens");
        this.rawAdded = new AddedTokens(added, false, normalizer::apply);
        this.normalizedAdded = new AddedTokens(added, true, normalizer::apply);
        this.decoder = PieceDecoder.of(root);
        this.pieces = pieces(added);
        this.prefixed = encode("a").length > 0
                && decoder.decode(texts(encode("a")), false).startsWith(" ");
    }

    private static PieceModel model(JsonNode model) {
        String type = model.path("type").asText(model.has("merges") ? "BPE" : "missing");
        return switch (type) {
            case "BPE" -> new BytePairModel(model);
            case "Unigram" -> new UnigramModel(model);
            default -> throw TokenizerFileException.unsupported("model", type, "BPE, Unigram");
        };
    }

    private String[] pieces(JsonNode added) {
        Map<Integer, String> byId = new HashMap<>();
        model.vocabulary().forEach((piece, id) -> byId.put(id, piece));
        added.forEach(token ->
                byId.put(token.path("id").asInt(), token.path("content").asText()));
        String[] table =
                new String[byId.keySet().stream().mapToInt(id -> id + 1).max().orElse(0)];
        byId.forEach((id, piece) -> table[id] = piece);
        return table;
    }

    /**
     * Reads a file.
     *
     * @param name the name that profiles refer to
     * @throws TokenizerFileException where it is no tokenizer.json, or has a part that is not supported
     * @throws IOException where it cannot be read
     */
    public static HuggingFaceTokenizer read(String name, Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new TokenizerFileException(
                    name + " has " + Files.size(file) + " bytes, expected at most " + LARGEST_FILE);
        }
        try {
            return of(name, Json.mapper().readTree(file.toFile()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new TokenizerFileException(name + " is no JSON: " + e.getOriginalMessage());
        }
    }

    /** Reads a parsed file. */
    public static HuggingFaceTokenizer of(String name, JsonNode root) {
        if (!root.path("model").isObject()) {
            throw new TokenizerFileException("tokenizer.json: model is missing, expected an object");
        }
        return new HuggingFaceTokenizer(name, root);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int vocabularySize() {
        return pieces.length;
    }

    @Override
    public int[] encode(String text) {
        IntStream.Builder ids = IntStream.builder();
        Map<String, int[]> known = new HashMap<>();
        for (AddedTokens.Part raw : rawAdded.split(text, true)) {
            Integer id = raw.id();
            if (id != null) {
                ids.add(id);
                continue;
            }
            for (AddedTokens.Part part : normalizedAdded.split(normalizer.apply(raw.text()), raw.first())) {
                encodePart(part, ids, known);
            }
        }
        return ids.build().toArray();
    }

    private void encodePart(AddedTokens.Part part, IntStream.Builder ids, Map<String, int[]> known) {
        Integer id = part.id();
        if (id != null) {
            ids.add(id);
            return;
        }
        for (PreTokenizer.Word word : preTokenizer.cut(new PreTokenizer.Word(part.text(), part.first()))) {
            Arrays.stream(known.computeIfAbsent(word.text(), this::encodeWord)).forEach(ids::add);
        }
    }

    private int[] encodeWord(String word) {
        IntStream.Builder ids = IntStream.builder();
        if (!word.isEmpty()) {
            model.encode(word, ids::add);
        }
        return ids.build().toArray();
    }

    @Override
    public int count(String text) {
        return encode(text).length;
    }

    @Override
    public String decode(int[] tokens) {
        return decoder.decode(texts(tokens), prefixed);
    }

    private List<String> texts(int[] tokens) {
        List<String> texts = new ArrayList<>(tokens.length);
        for (int token : tokens) {
            if (token < 0 || token >= pieces.length || pieces[token] == null) {
                throw new IllegalArgumentException("token " + token + " is not in the vocabulary of " + name);
            }
            texts.add(pieces[token]);
        }
        return texts;
    }
}
