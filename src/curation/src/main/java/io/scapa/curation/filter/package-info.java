/** Filters: keep a document, or drop it with a reason. Texts are never edited. */
@NullMarked
package io.scapa.curation.filter;

import org.jspecify.annotations.NullMarked;
