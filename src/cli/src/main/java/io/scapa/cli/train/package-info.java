/** Models from labelled files. */
@NullMarked
package io.scapa.cli.train;

import org.jspecify.annotations.NullMarked;
