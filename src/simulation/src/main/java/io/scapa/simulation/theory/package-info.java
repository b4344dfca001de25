/** Closed forms of the collapse literature, each with its source. */
@NullMarked
package io.scapa.simulation.theory;

import org.jspecify.annotations.NullMarked;
