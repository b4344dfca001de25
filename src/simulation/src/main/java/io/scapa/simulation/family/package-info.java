/** Model families: what a generation fits, how it samples, and what is observed of it. */
@NullMarked
package io.scapa.simulation.family;

import org.jspecify.annotations.NullMarked;
