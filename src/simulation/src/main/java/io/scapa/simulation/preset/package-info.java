/** Published experiments as scenarios, with their source and what was claimed. */
@NullMarked
package io.scapa.simulation.preset;

import org.jspecify.annotations.NullMarked;
