package io.scapa.text.token;

/** Cuts text into the tokens of a model's vocabulary. Implementations are safe for use by several threads. */
public interface Tokenizer {
    /** The name by which {@link Tokenizers} knows it. */
    String name();

    /** One more than the greatest id, special tokens included: the length of the model's logits. */
    int vocabularySize();

    /** The token ids of a text. What looks like a special token is ordinary text; an unpaired surrogate counts as U+FFFD. */
    int[] encode(String text);

    /** How many tokens {@link #encode} gives. */
    int count(String text);

    /**
     * The text of token ids; bytes that are no UTF-8 become U+FFFD.
     *
     * @throws IllegalArgumentException where an id is not in the vocabulary
     */
    String decode(int[] tokens);
}
