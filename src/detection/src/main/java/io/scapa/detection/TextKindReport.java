package io.scapa.detection;

import org.jspecify.annotations.Nullable;

/**
 * What a verdict must know of a text besides its score.
 *
 * @param language ISO 639-1 code, or null where unknown
 * @param code whether it looks like source code
 * @param words its length in words, estimated where the language writes no spaces
 * @param read its length as the classifier measures it
 */
record TextKindReport(@Nullable String language, boolean code, int words, int read) {}
