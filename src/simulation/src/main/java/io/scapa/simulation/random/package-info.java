/** Random numbers for chains: one fast, seeded, independent stream per chain. */
@NullMarked
package io.scapa.simulation.random;

import org.jspecify.annotations.NullMarked;
