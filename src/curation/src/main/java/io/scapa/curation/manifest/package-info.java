/** The certificate of a dataset: one model, and what is rendered from it. */
@NullMarked
package io.scapa.curation.manifest;

import org.jspecify.annotations.NullMarked;
