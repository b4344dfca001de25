/** What a simulation found, as JSON, CSV, charts and plain words. */
@NullMarked
package io.scapa.simulation.report;

import org.jspecify.annotations.NullMarked;
