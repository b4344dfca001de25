/** JMH benchmarks of the hot loops. Figures and the commands that give them stand in {@code docs/benchmarks}. */
@NullMarked
package io.scapa.benchmark;

import org.jspecify.annotations.NullMarked;
