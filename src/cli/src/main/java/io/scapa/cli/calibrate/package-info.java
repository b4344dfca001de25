/** The command {@code calibrate}. */
@NullMarked
package io.scapa.cli.calibrate;

import org.jspecify.annotations.NullMarked;
