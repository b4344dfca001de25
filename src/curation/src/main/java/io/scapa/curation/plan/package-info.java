/** From cells of documents and a recipe to tokens per cell: the elastic linear program and its explanation. */
@NullMarked
package io.scapa.curation.plan;

import org.jspecify.annotations.NullMarked;
