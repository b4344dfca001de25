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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the Python library on seeded strings of seven scripts, for every normalizer and pre-tokenizer. */
class HuggingFaceDifferentialTest {
    private static final int FEW = 2_000;
    private static final int MANY = 100_000;
    private static final int BATCH = 5_000;

    private static final Map<String, String> NORMALIZERS = Map.ofEntries(
            Map.entry("NFC", "{\"type\":\"NFC\"}"),
            Map.entry("NFD", "{\"type\":\"NFD\"}"),
            Map.entry("NFKC", "{\"type\":\"NFKC\"}"),
            Map.entry("NFKD", "{\"type\":\"NFKD\"}"),
            Map.entry("Lowercase", "{\"type\":\"Lowercase\"}"),
            Map.entry("Strip", "{\"type\":\"Strip\",\"strip_left\":true,\"strip_right\":true}"),
            Map.entry(
                    "StripAccents",
                    "{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"NFD\"},{\"type\":\"StripAccents\"}]}"),
            Map.entry("Replace", "{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"\\\\s+|[a-c]\"},\"content\":\"$1-\"}"),
            Map.entry("ReplaceString", "{\"type\":\"Replace\",\"pattern\":{\"String\":\" \"},\"content\":\"\u2581\"}"),
            Map.entry("Prepend", "{\"type\":\"Prepend\",\"prepend\":\"\u2581\"}"),
            Map.entry("Nmt", "{\"type\":\"Nmt\"}"),
            Map.entry("ByteLevel", "{\"type\":\"ByteLevel\"}"),
            Map.entry(
                    "Bert",
                    "{\"type\":\"BertNormalizer\",\"clean_text\":true,\"handle_chinese_chars\":true,"
                            + "\"strip_accents\":null,\"lowercase\":true}"),
            Map.entry(
                    "BertCased",
                    "{\"type\":\"BertNormalizer\",\"clean_text\":true,\"handle_chinese_chars\":true,"
                            + "\"strip_accents\":null,\"lowercase\":false}"));

    private static final List<String> PRE_TOKENIZERS = List.of(
            "{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":true}",
            "{\"type\":\"ByteLevel\",\"add_prefix_space\":true,\"trim_offsets\":true,\"use_regex\":true}",
            "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(?i:'s|'t|'re|'ve|'m|'ll|'d)"
                    + "|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}{1,3}| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+"
                    + "|\\\\s+(?!\\\\S)|\\\\s+\"},\"behavior\":\"Isolated\",\"invert\":false},{\"type\":\"ByteLevel\","
                    + "\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":false}]}",
            "{\"type\":\"Metaspace\",\"replacement\":\"\u2581\",\"prepend_scheme\":\"always\",\"split\":true}",
            "{\"type\":\"Metaspace\",\"replacement\":\"\u2581\",\"prepend_scheme\":\"first\",\"split\":false}",
            "{\"type\":\"Whitespace\"}",
            "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"WhitespaceSplit\"},{\"type\":\"Digits\",\"individual_digits\":true},"
                    + "{\"type\":\"Punctuation\",\"behavior\":\"MergedWithPrevious\"}]}",
            "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Digits\",\"individual_digits\":false},"
                    + "{\"type\":\"Punctuation\",\"behavior\":\"Contiguous\"}]}",
            "{\"type\":\"BertPreTokenizer\"}",
            "{\"type\":\"Split\",\"pattern\":{\"String\":\"e\"},\"behavior\":\"MergedWithNext\",\"invert\":false}",
            "{\"type\":\"CharDelimiterSplit\",\"delimiter\":\" \"}");

    @Test
    void agreesWithTheLibraryOnAFewThousandStrings() throws IOException {
        try (PythonTwin twin = PythonTwin.start()) {
            normalizers(twin, FEW);
            models(twin, FEW);
        }
    }

    /** About ten minutes. */
    @Test
    @Tag("long")
    void agreesWithTheLibraryOnAHundredThousandStrings() throws IOException {
        try (PythonTwin twin = PythonTwin.start()) {
            normalizers(twin, MANY);
            models(twin, MANY);
        }
    }

    /** Every {@code *.json} in the folder that {@code SCAPA_TOKENIZERS} names, such as those of published models. */
    @Test
    void agreesOnPublishedVocabularies() throws IOException {
        String folder = System.getenv("SCAPA_TOKENIZERS");
        if (folder == null) {
            System.out.println("SKIPPED, NOT PASSED: SCAPA_TOKENIZERS names no folder of tokenizer.json files");
            Assumptions.abort("needs SCAPA_TOKENIZERS");
        }
        int count = Integer.parseInt(System.getenv().getOrDefault("SCAPA_TOKENIZER_STRINGS", "5000"));
        try (PythonTwin twin = PythonTwin.start();
                Stream<Path> files = Files.list(Path.of(folder))) {
            List<Path> vocabularies = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(vocabularies).isNotEmpty();
            for (Path file : vocabularies) {
                HuggingFaceTokenizer tokenizer =
                        HuggingFaceTokenizer.read(file.getFileName().toString(), file);
                ObjectNode request = PythonTwin.JSON.createObjectNode().put("path", file.toString());
                compare(twin, request, tokenizer, file.getFileName().toString(), count);
                System.out.println(file.getFileName() + ": " + count + " strings agree");
            }
        }
    }

    private static void normalizers(PythonTwin twin, int count) throws IOException {
        for (Map.Entry<String, String> entry : NORMALIZERS.entrySet()) {
            JsonNode part = PythonTwin.JSON.readTree(entry.getValue());
            TextNormalizer normalizer = Normalizers.read(part);
            for (int from = 0; from < count; from += BATCH) {
                List<String> texts = RandomTexts.batch(from, Math.min(BATCH, count - from));
                ObjectNode request = PythonTwin.JSON.createObjectNode();
                request.set("normalizer", part);
                texts.forEach(request.putArray("texts")::add);
                JsonNode answer = twin.ask(request).get("texts");
                for (int i = 0; i < texts.size(); i++) {
                    assertThat(RandomTexts.shown(normalizer.apply(texts.get(i))))
                            .as(entry.getKey() + " of " + RandomTexts.shown(texts.get(i)))
                            .isEqualTo(RandomTexts.shown(answer.get(i).asText()));
                }
            }
        }
    }

    private static void models(PythonTwin twin, int count) throws IOException {
        for (String model : List.of("BPE", "Unigram")) {
            for (String pre : PRE_TOKENIZERS) {
                ObjectNode settings = PythonTwin.JSON.createObjectNode();
                settings.set("pre_tokenizer", PythonTwin.JSON.readTree(pre));
                if (pre.contains("Metaspace")) {
                    settings.set("normalizer", PythonTwin.JSON.readTree(NORMALIZERS.get("NFKC")));
                }
                ObjectNode request =
                        PythonTwin.JSON.createObjectNode().put("train", model).put("size", 4000);
                request.set("settings", settings);
                ArrayNode texts = request.putArray("texts");
                RandomTexts.batch(-BATCH, model.equals("BPE") ? BATCH : 600).forEach(texts::add);
                JsonNode trained = twin.ask(request).get("tokenizer");
                for (JsonNode variant : variants(trained, model)) {
                    ObjectNode encode = PythonTwin.JSON.createObjectNode();
                    encode.set("tokenizer", variant);
                    compare(twin, encode, HuggingFaceTokenizer.of("trained", variant), model + " " + pre, count / 10);
                }
            }
        }
    }

    /** The trained file, and the same with fused unknowns and an added token. */
    private static List<JsonNode> variants(JsonNode trained, String model) {
        ObjectNode other = trained.deepCopy();
        if (model.equals("BPE")) {
            ((ObjectNode) other.get("model")).put("fuse_unk", true).put("ignore_merges", true);
        }
        ObjectNode added = ((ArrayNode) other.get("added_tokens")).addObject();
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.of("trained", trained);
        String content = Stream.of("don't", "on't", "n't", "don'", "n'", "aterxx")
                .filter(text -> !trained.get("model").get("vocab").toString().contains("\"" + text + "\""))
                .findFirst()
                .orElseThrow();
        added.put("id", tokenizer.vocabularySize()).put("content", content).put("single_word", false);
        added.put("lstrip", false).put("rstrip", false).put("normalized", true).put("special", false);
        return List.of(trained, other);
    }

    private static void compare(
            PythonTwin twin, ObjectNode request, HuggingFaceTokenizer tokenizer, String label, int count) {
        for (int from = 0; from < count; from += BATCH) {
            List<String> texts = RandomTexts.batch(from, Math.min(BATCH, count - from));
            ObjectNode batch = request.deepCopy();
            texts.forEach(batch.putArray("texts")::add);
            JsonNode answer = twin.ask(batch).get("ids");
            for (int i = 0; i < texts.size(); i++) {
                JsonNode ids = answer.get(i);
                assertThat(tokenizer.encode(texts.get(i)))
                        .as(label + " of " + RandomTexts.shown(texts.get(i)))
                        .isEqualTo(IntStream.range(0, ids.size())
                                .map(j -> ids.get(j).asInt())
                                .toArray());
            }
        }
    }
}
