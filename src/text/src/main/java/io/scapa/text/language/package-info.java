/** Which language a text is written in. */
@NullMarked
package io.scapa.text.language;

import org.jspecify.annotations.NullMarked;
