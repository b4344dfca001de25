package io.scapa.cli.watermark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small {@code tokenizer.json}: each ASCII character is a token. */
final class TokenizerFile {
    private TokenizerFile() {}

    static void write(Path file) throws IOException {
        ObjectNode root = Json.mapper().createObjectNode().put("version", "1.0");
        ObjectNode model = root.putObject("model").put("type", "BPE");
        ObjectNode vocabulary = model.putObject("vocab");
        for (char c = ' '; c < 127; c++) {
            vocabulary.put(Character.toString(c), c - ' ');
        }
        model.putArray("merges");
        Files.writeString(file, root.toString());
    }
}
