/** Specifies the launcher script. */
@NullMarked
package io.scapa.cli.launcher;

import org.jspecify.annotations.NullMarked;
