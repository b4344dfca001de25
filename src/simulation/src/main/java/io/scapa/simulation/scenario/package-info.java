/** Scenarios from YAML or JSON, with errors that name the field. */
@NullMarked
package io.scapa.simulation.scenario;

import org.jspecify.annotations.NullMarked;
