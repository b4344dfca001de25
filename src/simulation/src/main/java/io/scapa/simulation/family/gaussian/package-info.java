/** The one-dimensional Gaussian: explicit samples, sufficient statistics and stored rows. */
@NullMarked
package io.scapa.simulation.family.gaussian;

import org.jspecify.annotations.NullMarked;
