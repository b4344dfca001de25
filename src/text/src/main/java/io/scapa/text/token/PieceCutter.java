package io.scapa.text.token;

/** The pre-tokenizer of a byte-pair encoding: cuts text into pieces that are encoded one by one. */
interface PieceCutter {
    /**
     * Where the piece ends that starts at {@code from}.
     *
     * @param text any text, unpaired surrogates included
     * @param from where the piece before ended, below the length of the text
     * @return one past its last unit, over {@code from}
     */
    int end(String text, int from);
}
