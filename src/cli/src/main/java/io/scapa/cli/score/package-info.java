/** Assessments of files of documents. */
@NullMarked
package io.scapa.cli.score;

import org.jspecify.annotations.NullMarked;
