package io.scapa.text.token.hf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Compares parts and whole tokenizers with the Python library on numbered strings, and keeps digests of what agreed. */
final class LibraryComparison {
    /** Strings of one digest. */
    static final int BLOCK = 5_000;

    private final PythonTwin twin;
    private final String kind;
    private final BiFunction<Integer, Integer, List<String>> texts;
    private final int count;
    private final List<String> faults = new ArrayList<>();
    private final ObjectNode digests = PythonTwin.JSON.createObjectNode();

    LibraryComparison(PythonTwin twin, String kind, BiFunction<Integer, Integer, List<String>> texts, int count) {
        this.twin = twin;
        this.kind = kind;
        this.texts = texts;
        this.count = count;
    }

    PythonTwin twin() {
        return twin;
    }

    void normalizer(String name, JsonNode part) {
        ObjectNode request = PythonTwin.JSON.createObjectNode();
        request.set("normalizer", part);
        compare(name, request, "texts", TokenizerAnswers.normalizer(part));
    }

    void preTokenizer(JsonNode part) {
        ObjectNode request = PythonTwin.JSON.createObjectNode();
        request.set("pre_tokenizer", part);
        compare(part.toString(), request, "words", TokenizerAnswers.preTokenizer(part));
    }

    void tokenizer(String name, JsonNode document) {
        ObjectNode request = PythonTwin.JSON.createObjectNode();
        request.set("tokenizer", document);
        compare(name, request, "ids", TokenizerAnswers.tokenizer(HuggingFaceTokenizer.of(name, document)));
    }

    /** A file; its digests are kept under that of the file itself. */
    void published(Path file) throws IOException {
        String name = file.getFileName().toString();
        ObjectNode request = PythonTwin.JSON.createObjectNode().put("path", file.toString());
        compare(
                name + " " + TokenizerAnswers.digest(file),
                request,
                "ids",
                TokenizerAnswers.tokenizer(HuggingFaceTokenizer.read(name, file)));
    }

    private void compare(String name, ObjectNode request, String field, TokenizerAnswers answers) {
        long started = System.nanoTime();
        ArrayNode blocks = digests.putArray(name);
        int differences = 0;
        String first = "";
        for (int from = 0; from < count; from += BLOCK) {
            List<String> batch = texts.apply(from, Math.min(BLOCK, count - from));
            ObjectNode asked = request.deepCopy();
            batch.forEach(asked.putArray("texts")::add);
            JsonNode library = twin.ask(asked).get(field);
            BlockDigests block = new BlockDigests();
            for (int i = 0; i < batch.size(); i++) {
                JsonNode ours = answers.of(batch.get(i), block);
                if (!ours.equals(library.get(i)) && differences++ == 0) {
                    first = "%s of %s: expected %s but was %s"
                            .formatted(
                                    name,
                                    RandomTexts.shown(batch.get(i)),
                                    RandomTexts.shown(library.get(i).toString()),
                                    RandomTexts.shown(ours.toString()));
                }
            }
            blocks.add(block.end());
        }
        System.out.printf(
                "%s: %s: %d of %d strings agree, %.1f s%n",
                kind, RandomTexts.shown(name), count - differences, count, (System.nanoTime() - started) / 1e9);
        if (differences > 0) {
            faults.add(first);
        }
    }

    /** Fails with the first difference of everything that differed. */
    void check() {
        assertThat(faults).isEmpty();
    }

    /** Checks, and writes the digests beside those of other runs. */
    void write(@Nullable String source) throws IOException {
        check();
        Path file = Path.of(
                System.getProperty("scapa.root", "../.."), "src/text/target/tokenizers-digests-" + kind + ".json");
        ObjectNode root = PythonTwin.JSON
                .createObjectNode()
                .put("kind", kind)
                .put("strings", count)
                .put("block", BLOCK);
        Optional.ofNullable(source).ifPresent(digest -> root.put("corpora", digest));
        root.set("digests", digests);
        Files.createDirectories(file.getParent());
        Files.writeString(file, PythonTwin.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
}
