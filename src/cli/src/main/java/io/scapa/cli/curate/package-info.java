/** Datasets from files of documents, and their verification. */
@NullMarked
package io.scapa.cli.curate;

import org.jspecify.annotations.NullMarked;
