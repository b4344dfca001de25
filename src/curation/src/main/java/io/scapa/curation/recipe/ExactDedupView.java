package io.scapa.curation.recipe;

/** Which view of a text decides that two documents are the same. */
public enum ExactDedupView {
    /** The clean view: the same text. */
    CLEAN,
    /** The folded view in lower case: the same text but for compatibility forms, look-alike letters, spaces and case. */
    FOLDED
}
