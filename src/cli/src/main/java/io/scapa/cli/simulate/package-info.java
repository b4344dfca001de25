/** Collapse simulations from the command line. */
@NullMarked
package io.scapa.cli.simulate;

import org.jspecify.annotations.NullMarked;
