package io.scapa.curation.filter;

/** What a filter decides. */
public sealed interface Decision {
    /** The document stays. */
    record Keep() implements Decision {}

    /**
     * The document goes.
     *
     * @param reason filter and rule, such as {@code gopher-quality/words}
     */
    record Drop(String reason) implements Decision {}

    /** The document stays. */
    Decision KEEP = new Keep();
}
