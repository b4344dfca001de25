/** Which documents say the same, and which of them survives. */
@NullMarked
package io.scapa.curation.dedup;

import org.jspecify.annotations.NullMarked;
