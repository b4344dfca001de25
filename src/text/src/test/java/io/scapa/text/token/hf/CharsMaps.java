package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Compiled character maps of SentencePiece. */
final class CharsMaps {
    private CharsMaps() {}

    /**
     * One that is kept: compiled by SentencePiece 0.2.2 from rules for ligatures, wide letters, combining sequences, spaces
     * and characters that vanish.
     */
    static String small() {
        try (InputStream in = new GZIPInputStream(CharsMaps.class.getResourceAsStream("charsmap.b64.gz"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A published one by its name, such as {@code nmt_nfkc}, where Python has SentencePiece. */
    static Optional<ObjectNode> published(PythonTwin twin, String rule) {
        JsonNode map = twin.ask(PythonTwin.JSON.createObjectNode().put("charsmap", rule))
                .get("charsmap");
        if (map.isNull()) {
            System.out.println("SKIPPED, NOT PASSED: the map " + rule + " needs the Python library sentencepiece");
            return Optional.empty();
        }
        return Optional.of(PythonTwin.JSON
                .createObjectNode()
                .put("type", "Precompiled")
                .put("precompiled_charsmap", map.asText()));
    }
}
