package io.scapa.curation;

import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assessed document that a dataset may take.
 *
 * @param id the document's id, unique in a candidate source; the same id with another text is a conflict
 * @param contentSha256 hash of the clean view
 * @param source the corpus or site that it comes from, {@code unknown} where nobody said
 * @param language ISO 639-1 code, or null
 * @param tokens length of the clean view in the recipe's tokenizer, 0 or more
 * @param origin what its provenance says of its origin
 * @param pSynthetic P(synthetic) by the text's own evidence, in [0, 1]
 * @param pools the probability of each pool
 * @param splitWithoutDate how much of that was split by a prior for want of a date, in [0, 1]
 * @param release the detector release that assessed it
 * @param attributes what else is exported with it, such as {@code uri} and {@code license}; JSON values
 * @param text where the text is read from, only when it is needed
 */
public record Candidate(
        String id,
        ContentHash contentSha256,
        String source,
        @Nullable String language,
        int tokens,
        Origin origin,
        double pSynthetic,
        PoolProbabilities pools,
        double splitWithoutDate,
        String release,
        Map<String, Object> attributes,
        Text text) {

    /** Where a candidate's text is read from. */
    @FunctionalInterface
    public interface Text {
        /**
         * The clean view.
         *
         * @throws IOException where it cannot be read
         */
        String clean() throws IOException;
    }

    public Candidate {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a candidate needs an id");
        }
        if (tokens < 0) {
            throw new IllegalArgumentException("tokens are 0 or more, got " + tokens + " for " + id);
        }
        if (!(pSynthetic >= 0 && pSynthetic <= 1)) {
            throw new IllegalArgumentException("P(synthetic) lies in [0, 1], got " + pSynthetic + " for " + id);
        }
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The same with its text in memory, so that any thread may read it. */
    Candidate inMemory() throws IOException {
        String clean = text.clean();
        return new Candidate(
                id,
                contentSha256,
                source,
                language,
                tokens,
                origin,
                pSynthetic,
                pools,
                splitWithoutDate,
                release,
                attributes,
                () -> clean);
    }
}
