package io.scapa.detection.watermark;

import io.scapa.text.token.Tokenizer;

/** Counts how often it cuts a text. */
record CountingTokenizer(Tokenizer tokenizer, int[] cuts) implements Tokenizer {
    @Override
    public String name() {
        return tokenizer.name();
    }

    @Override
    public int vocabularySize() {
        return tokenizer.vocabularySize();
    }

    @Override
    public int[] encode(String text) {
        cuts[0]++;
        return tokenizer.encode(text);
    }

    @Override
    public int count(String text) {
        return encode(text).length;
    }

    @Override
    public String decode(int[] tokens) {
        return tokenizer.decode(tokens);
    }
}
