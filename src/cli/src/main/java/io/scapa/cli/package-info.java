/** The {@code scapa} command: a plain main over the libraries, one class per command. */
@NullMarked
package io.scapa.cli;

import org.jspecify.annotations.NullMarked;
