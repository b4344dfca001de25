/** Curation: from assessed documents and a recipe to a dataset with a manifest that can be verified. */
@NullMarked
package io.scapa.curation;

import org.jspecify.annotations.NullMarked;
