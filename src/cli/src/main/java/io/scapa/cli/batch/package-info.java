/** Files of documents, line by line, on every core, in order and in bounded memory. */
@NullMarked
package io.scapa.cli.batch;

import org.jspecify.annotations.NullMarked;
