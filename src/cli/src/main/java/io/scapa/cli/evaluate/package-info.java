/** Figures of a detector on labelled files. */
@NullMarked
package io.scapa.cli.evaluate;

import org.jspecify.annotations.NullMarked;
