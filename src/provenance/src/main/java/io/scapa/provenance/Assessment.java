package io.scapa.provenance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All evidence on a document by one detector release, fused.
 *
 * @param id the document's id
 * @param contentSha256 hash of its clean view
 * @param language ISO 639-1 code, or null where unknown
 * @param tokens length of the clean view in tokens of the release's default tokenizer
 * @param synthetic the score that the text's own evidence gives
 * @param evidence every finding, own and external
 * @param provenance where that and the external facts place the document
 * @param release id of the detector release
 */
public record Assessment(
        String id,
        ContentHash contentSha256,
        @Nullable String language,
        int tokens,
        SyntheticScore synthetic,
        List<Evidence> evidence,
        DocumentProvenance provenance,
        String release) {

    public Assessment {
        evidence = List.copyOf(evidence);
    }
}
