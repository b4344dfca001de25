package io.scapa.detection;

import org.jspecify.annotations.Nullable;

/**
 * What a verdict must know of a text besides its score.
 *
 * @param language ISO 639-1 code, or null where unknown
 * @param code whether it looks like source code
 * @param words how many words were read
 */
record TextKindReport(@Nullable String language, boolean code, int words) {}
