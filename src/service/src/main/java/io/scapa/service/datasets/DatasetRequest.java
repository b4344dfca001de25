package io.scapa.service.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeException;
import io.scapa.curation.recipe.RecipeFault;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.service.problem.ProblemException;
import io.scapa.text.json.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recipe with what the service adds to it.
 *
 * @param recipe what is wanted
 * @param recipeText the recipe alone, as it is kept
 * @param output the folder asked for, or null
 * @param acceptShortages whether a dataset is wanted although the recipe cannot be fulfilled
 */
record DatasetRequest(
        Recipe recipe, String recipeText, @Nullable String output, boolean acceptShortages) {
    private static final String OUTPUT = "output";
    private static final String ACCEPT_SHORTAGES = "acceptShortages";
    private static final Set<String> OWN = Set.of(OUTPUT, ACCEPT_SHORTAGES);

    /**
     * Reads a body in YAML or JSON.
     *
     * @throws RecipeException with the line of each fault
     */
    static DatasetRequest read(String text) {
        try {
            return new DatasetRequest(RecipeReader.read(text), text, null, false);
        } catch (RecipeException e) {
            List<RecipeFault> faults = e.faults().stream()
                    .filter(fault -> !OWN.contains(fault.field()))
                    .toList();
            if (!faults.isEmpty()) {
                throw new RecipeException(faults);
            }
            return withOwnFields(text);
        }
    }

    private static DatasetRequest withOwnFields(String text) {
        ObjectNode tree = tree(text);
        JsonNode output = tree.remove(OUTPUT);
        JsonNode accept = tree.remove(ACCEPT_SHORTAGES);
        if (output != null && !output.isTextual()) {
            throw ProblemException.badInput(OUTPUT, "the name of a folder", output.toString());
        }
        if (accept != null && !accept.isBoolean()) {
            throw ProblemException.badInput(ACCEPT_SHORTAGES, "true or false", accept.toString());
        }
        String recipe = tree.toString();
        return new DatasetRequest(
                RecipeReader.read(recipe),
                recipe,
                output == null ? null : output.textValue(),
                accept != null && accept.booleanValue());
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) (text.stripLeading().startsWith("{") ? Json.mapper() : Json.yaml()).readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recipe that was read once cannot be read again", e);
        }
    }
}
