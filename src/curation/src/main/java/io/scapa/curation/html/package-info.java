/** The main content of pages. */
@NullMarked
package io.scapa.curation.html;

import org.jspecify.annotations.NullMarked;
