/** N-gram language models over token ids, in primitive arrays. */
@NullMarked
package io.scapa.text.model;

import org.jspecify.annotations.NullMarked;
