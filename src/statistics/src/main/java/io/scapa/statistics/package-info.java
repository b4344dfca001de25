/** Exact tails, intervals, multiple testing and seeded random streams: the numbers that other rooms must not get wrong. */
@NullMarked
package io.scapa.statistics;

import org.jspecify.annotations.NullMarked;
