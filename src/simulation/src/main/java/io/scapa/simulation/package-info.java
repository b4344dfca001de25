/** Model collapse: what a mixture does to a model over generations, simulated next to its closed form. */
@NullMarked
package io.scapa.simulation;

import org.jspecify.annotations.NullMarked;
