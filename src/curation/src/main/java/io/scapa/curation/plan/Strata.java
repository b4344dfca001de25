package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.SourceCap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Strata: what a recipe constrains besides pools. A stratum's name lists the constrained values that a document has, such as
 * {@code language=en,source=wiki}; documents that the recipe does not single out share the empty name.
 */
public final class Strata {
    /** The dimensions that a recipe may constrain. */
    public static final List<String> DIMENSIONS = List.of("language", "domain", "month", "source");

    private Strata() {}

    /**
     * What places a document.
     *
     * @param source its source
     * @param language ISO 639-1 code, or null
     * @param uri whose host is the domain, or null
     * @param publishedAt ISO 8601, whose year and month are the month, or null
     */
    public record Facts(
            String source,
            @Nullable String language,
            @Nullable String uri,
            @Nullable String publishedAt) {
        private @Nullable String value(String dimension) {
            return switch (dimension) {
                case "source" -> source;
                case "language" -> language;
                case "domain" -> uri == null ? null : domain(uri);
                case "month" -> publishedAt == null || publishedAt.length() < 7 ? null : publishedAt.substring(0, 7);
                default -> throw new IllegalArgumentException("unknown dimension " + dimension);
            };
        }
    }

    /** The stratum of a document under a recipe. */
    public static String of(Recipe recipe, Facts facts) {
        List<String> parts = new ArrayList<>();
        for (String dimension : DIMENSIONS) {
            String value = facts.value(dimension);
            if (value != null && singledOut(recipe, dimension, value)) {
                parts.add(part(dimension, value));
            }
        }
        return String.join(",", parts);
    }

    /** One part of a stratum's name. */
    public static String part(String dimension, String value) {
        return dimension + "=" + value.replace("%", "%25").replace(",", "%2C").replace("/", "%2F");
    }

    /** Whether a stratum has a part. */
    public static boolean has(String stratum, String part) {
        return ("," + stratum + ",").contains("," + part + ",");
    }

    private static boolean singledOut(Recipe recipe, String dimension, String value) {
        SourceCap cap = dimension.equals("source") ? recipe.sources().get(value) : null;
        return cap != null || recipe.strata().getOrDefault(dimension, Map.of()).containsKey(value);
    }

    private static @Nullable String domain(String uri) {
        try {
            String host = new URI(uri).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
