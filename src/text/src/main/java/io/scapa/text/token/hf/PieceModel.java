package io.scapa.text.token.hf;

import java.util.Map;
import java.util.function.IntConsumer;

/** The part that turns words into ids. Immutable. */
interface PieceModel {
    /** Emits the ids of a word, which is not empty. */
    void encode(String word, IntConsumer ids);

    /** The vocabulary. */
    Map<String, Integer> vocabulary();
}
