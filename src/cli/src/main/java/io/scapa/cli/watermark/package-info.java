/** Watermark profiles and their tests. */
@NullMarked
package io.scapa.cli.watermark;

import org.jspecify.annotations.NullMarked;
