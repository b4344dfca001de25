/** What a user wants of a dataset: the recipe, its reader, and the faults that a recipe can have. */
@NullMarked
package io.scapa.curation.recipe;

import org.jspecify.annotations.NullMarked;
