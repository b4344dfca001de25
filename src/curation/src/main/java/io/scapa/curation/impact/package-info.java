/** What a newer detector release means for datasets that exist. */
@NullMarked
package io.scapa.curation.impact;

import org.jspecify.annotations.NullMarked;
