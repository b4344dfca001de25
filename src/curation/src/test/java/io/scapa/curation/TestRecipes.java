package io.scapa.curation;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;

/** Recipes for tests. */
public final class TestRecipes {
    private TestRecipes() {}

    /** A recipe that {@link TestDocuments#mixed} can fulfil, with more lines of YAML. */
    public static Recipe balanced(long tokens, String... more) {
        return RecipeReader.read("""
                name: test-mix
                description: A mixture for a test.
                license: CC-BY-4.0
                creator: {name: Scapa, url: "https://example.org"}
                url: https://example.org/test-mix
                tokens: %d
                targets: {alpha: 0.2, beta: 0.2, gamma: 0.3, eta: 0.3}
                tolerance: 0.05
                seed: 7
                asOf: 2026-11-21
                %s
                """.formatted(tokens, String.join("\n", more)));
    }
}
