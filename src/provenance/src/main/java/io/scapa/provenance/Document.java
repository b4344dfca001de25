package io.scapa.provenance;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text with one sighting, as users post it. Only {@code text} is required; the wire names are those of DESIGN section 4.
 *
 * @param id the client's id; where null, the content's SHA-256 stands in
 * @param text as received
 * @param source the corpus or site that it comes from
 * @param uri where exactly
 * @param publishedAt when it was published, as far as the client knows
 * @param crawledAt when it was fetched
 * @param language ISO 639-1 code as declared
 * @param license SPDX identifier or words
 * @param mediaType such as {@code text/plain}
 * @param headers response headers of the fetch
 * @param declaredOrigin what the supplier says of its origin
 * @param generator the model that the supplier says made it
 * @param metadata all else; unknown fields end here
 */
public record Document(
        @Nullable String id,
        String text,
        @Nullable String source,
        @Nullable String uri,
        @Nullable Instant publishedAt,
        @Nullable Instant crawledAt,
        @Nullable String language,
        @Nullable String license,
        @Nullable String mediaType,
        Map<String, String> headers,
        @Nullable Origin declaredOrigin,
        @Nullable String generator,
        Map<String, Object> metadata) {

    public Document {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** A bare text. */
    public static Document ofText(String text) {
        return new Document(null, text, null, null, null, null, null, null, null, Map.of(), null, null, Map.of());
    }

    /** The same document under another id. */
    public Document withId(String newId) {
        return new Document(
                newId,
                text,
                source,
                uri,
                publishedAt,
                crawledAt,
                language,
                license,
                mediaType,
                headers,
                declaredOrigin,
                generator,
                metadata);
    }

    /** The earliest date that the document carries: publication before fetch; null where it carries none. */
    public @Nullable Instant earliestDate() {
        if (publishedAt == null) {
            return crawledAt;
        }
        return crawledAt == null || publishedAt.isBefore(crawledAt) ? publishedAt : crawledAt;
    }
}
