/** What to do: how much model output is safe, what a detector is worth, what a fresh document is worth. */
@NullMarked
package io.scapa.simulation.decision;

import org.jspecify.annotations.NullMarked;
