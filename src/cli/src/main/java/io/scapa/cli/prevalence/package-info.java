/** {@code scapa prevalence}: how much of some files is synthetic, and how sure that is. */
@NullMarked
package io.scapa.cli.prevalence;

import org.jspecify.annotations.NullMarked;
