/** The catalogue of public corpora, and how their files are fetched. */
@NullMarked
package io.scapa.cli.datasets;

import org.jspecify.annotations.NullMarked;
