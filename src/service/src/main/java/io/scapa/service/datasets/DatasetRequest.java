package io.scapa.service.datasets;

import io.scapa.curation.recipe.Recipe;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recipe with what the service adds to it.
 *
 * @param recipe what is wanted
 * @param recipeText the recipe alone, as it is kept
 * @param output the folder or place in object storage asked for, or null
 * @param acceptShortages whether a dataset is wanted although the recipe cannot be fulfilled
 * @param earlier the id of a dataset of which as little as possible is changed, or null
 */
record DatasetRequest(
        Recipe recipe,
        String recipeText,
        @Nullable String output,
        boolean acceptShortages,
        @Nullable String earlier) {
    private static final String OUTPUT = "output";
    private static final String ACCEPT_SHORTAGES = "acceptShortages";
    static final String EARLIER = "earlier";

    /**
     * Reads a body in YAML or JSON.
     *
     * @throws io.scapa.curation.recipe.RecipeException with the line of each fault
     */
    static DatasetRequest read(String text) {
        RecipeBody body = RecipeBody.read(text, Set.of(OUTPUT, ACCEPT_SHORTAGES, EARLIER));
        return new DatasetRequest(
                body.recipe(),
                body.recipeText(),
                body.text(OUTPUT, "the name of a folder, or s3://bucket/prefix"),
                body.flag(ACCEPT_SHORTAGES),
                body.text(EARLIER, "the id of a dataset"));
    }
}
