package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;

/** Names of strata: what a recipe constrains besides pools. Documents that it does not single out share the empty name. */
public final class Strata {
    private Strata() {}

    /** The stratum of a capped source. */
    public static String ofSource(String source) {
        return "source=" + source;
    }

    /** The stratum of a document of some source under a recipe. */
    public static String of(Recipe recipe, String source) {
        return recipe.sources().containsKey(source) ? ofSource(source) : "";
    }
}
