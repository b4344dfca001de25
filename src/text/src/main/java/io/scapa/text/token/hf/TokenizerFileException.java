package io.scapa.text.token.hf;

/** A {@code tokenizer.json} that cannot be used: names the place in it and what was expected. */
public final class TokenizerFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TokenizerFileException(String message) {
        super(message);
    }

    static TokenizerFileException unsupported(String part, String type, String known) {
        return new TokenizerFileException(
                "tokenizer.json: " + part + " '" + type + "' is not supported, expected one of " + known);
    }
}
