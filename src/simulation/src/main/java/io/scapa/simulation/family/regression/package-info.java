/** Linear and polynomial least squares. */
@NullMarked
package io.scapa.simulation.family.regression;

import org.jspecify.annotations.NullMarked;
