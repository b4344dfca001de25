/** Which documents are taken: in the order of a keyed hash, up to the tokens that the plan gives their cell. */
@NullMarked
package io.scapa.curation.select;

import org.jspecify.annotations.NullMarked;
