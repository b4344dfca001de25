/** Reading and writing files of JSON lines, plain or compressed, in bounded memory. */
@NullMarked
package io.scapa.text.io;

import org.jspecify.annotations.NullMarked;
