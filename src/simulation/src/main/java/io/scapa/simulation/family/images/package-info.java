/** Pictures: probabilistic principal components, the linear auto-encoder, refitted to its own pictures. */
@NullMarked
package io.scapa.simulation.family.images;

import org.jspecify.annotations.NullMarked;
