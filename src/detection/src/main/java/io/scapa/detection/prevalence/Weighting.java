package io.scapa.detection.prevalence;

/** What a share is a share of. */
public enum Weighting {
    /** Every document counts once. */
    DOCUMENTS,
    /** Every document counts with its tokens; documents without any do not count. */
    TOKENS
}
