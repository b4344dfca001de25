/** Symbols with counts: Wright-Fisher drift with immigration. */
@NullMarked
package io.scapa.simulation.family.categorical;

import org.jspecify.annotations.NullMarked;
