package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns pieces back into text, by the kind of vocabulary: byte alphabet, SentencePiece's spaces, or plain. */
enum PieceDecoder {
    BYTE_ALPHABET,
    METASPACE,
    PLAIN;

    private static final String SPACE = "\u2581";

    static PieceDecoder of(JsonNode root) {
        String decoder = root.path("decoder").toString() + root.path("pre_tokenizer");
        if (decoder.contains("\"ByteLevel\"")) {
            return BYTE_ALPHABET;
        }
        return decoder.contains(SPACE) || root.path("normalizer").toString().contains(SPACE) ? METASPACE : PLAIN;
    }

    /** The text; a leading space that the tokenizer itself put there is taken away where {@code prefixed}. */
    String decode(List<String> pieces, boolean prefixed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String piece : pieces) {
            int single = ByteFallback.value(piece);
            if (single >= 0) {
                bytes.write(single);
            } else if (this == BYTE_ALPHABET) {
                ByteAlphabet.decode(piece, bytes);
            } else {
                String text = this == METASPACE ? piece.replace(SPACE, " ") : piece;
                bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        return prefixed && text.startsWith(" ") ? text.substring(1) : text;
    }
}
