/** The three views of a text (original, clean, folded), each with the way back to the original. */
@NullMarked
package io.scapa.text.view;

import org.jspecify.annotations.NullMarked;
