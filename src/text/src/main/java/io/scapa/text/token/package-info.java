/** Tokenizers of public models. */
@NullMarked
package io.scapa.text.token;

import org.jspecify.annotations.NullMarked;
