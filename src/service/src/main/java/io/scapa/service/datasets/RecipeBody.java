package io.scapa.service.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
 * A body that is a recipe with fields of a call beside the recipe's own.
 *
 * @param recipe the recipe
 * @param recipeText the recipe alone, as it is kept
 * @param own the call's fields
 */
record RecipeBody(Recipe recipe, String recipeText, ObjectNode own) {
    /**
     * Reads a body in YAML or JSON.
     *
     * @param names of the call's fields
     * @throws RecipeException with the line of each fault of the recipe
     */
    static RecipeBody read(String text, Set<String> names) {
        try {
            return new RecipeBody(RecipeReader.read(text), text, JsonNodeFactory.instance.objectNode());
        } catch (RecipeException e) {
            List<RecipeFault> faults = e.faults().stream()
                    .filter(fault -> !names.contains(fault.field()))
                    .toList();
            if (!faults.isEmpty()) {
                throw new RecipeException(faults);
            }
            ObjectNode recipe = tree(text);
            ObjectNode own = JsonNodeFactory.instance.objectNode();
            for (String name : names) {
                JsonNode value = recipe.remove(name);
                if (value != null) {
                    own.set(name, value);
                }
            }
            return new RecipeBody(RecipeReader.read(recipe.toString()), recipe.toString(), own);
        }
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) (text.stripLeading().startsWith("{") ? Json.mapper() : Json.yaml()).readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recipe that was read once cannot be read again", e);
        }
    }

    /** A text of the call, or null where it is not given. */
    @Nullable
    String text(String name, String expectation) {
        JsonNode value = own.get(name);
        if (value != null && !value.isTextual()) {
            throw ProblemException.badInput(name, expectation, value.toString());
        }
        return value == null ? null : value.textValue();
    }

    /** A truth value of the call; false where it is not given. */
    boolean flag(String name) {
        JsonNode value = own.get(name);
        if (value != null && !value.isBoolean()) {
            throw ProblemException.badInput(name, "true or false", value.toString());
        }
        return value != null && value.booleanValue();
    }

    /** A whole number of the call. */
    int integer(String name, int least, int most, int otherwise) {
        JsonNode value = own.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw ProblemException.badInput(name, "a whole number from " + least + " to " + most, value.toString());
        }
        return value.intValue();
    }
}
