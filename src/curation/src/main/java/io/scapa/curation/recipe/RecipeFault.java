package io.scapa.curation.recipe;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a recipe.
 *
 * @param field path of the field, such as {@code targets.alpha.tolerance}; empty for the whole document
 * @param expectation what was expected there
 * @param got what stands there
 * @param line line of the field in the file, from 1, or null where the file gives none
 */
public record RecipeFault(
        String field,
        String expectation,
        String got,
        @Nullable Integer line) {
    @Override
    public String toString() {
        String where = line == null ? "" : "line " + line + ": ";
        String what = field.isEmpty() ? "recipe" : field;
        return where + what + ": expected " + expectation + ", got " + got;
    }
}
