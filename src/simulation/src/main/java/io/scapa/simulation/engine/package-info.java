/** Runs chains in parallel and streams their statistics: results do not depend on the number of threads. */
@NullMarked
package io.scapa.simulation.engine;

import org.jspecify.annotations.NullMarked;
