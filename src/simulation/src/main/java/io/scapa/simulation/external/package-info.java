/** A model of the user's own as an external process over JSON lines. */
@NullMarked
package io.scapa.simulation.external;

import org.jspecify.annotations.NullMarked;
