package io.scapa.curation.recipe;

import org.jspecify.annotations.Nullable;

/**
 * Who makes the dataset.
 *
 * @param name a person or organisation
 * @param url where they are found, or null
 */
public record Creator(String name, @Nullable String url) {
    public Creator {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a creator needs a name");
        }
    }
}
