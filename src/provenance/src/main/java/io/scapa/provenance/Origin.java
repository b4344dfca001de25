package io.scapa.provenance;

/** Who made a text. */
public enum Origin {
    /** Written by a person. */
    HUMAN,
    /** Written by a language model. */
    SYNTHETIC,
    /** Written by a person and worked over by a model. */
    EDITED,
    /** Not decided: too little evidence, too little text, or a kind of text that nobody calibrated. */
    UNDETERMINED
}
