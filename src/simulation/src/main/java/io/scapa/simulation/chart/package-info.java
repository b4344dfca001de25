/** Charts as SVG: small, deterministic, readable on light and dark. */
@NullMarked
package io.scapa.simulation.chart;

import org.jspecify.annotations.NullMarked;
