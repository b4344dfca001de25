package io.scapa.curation.audit;

import io.scapa.provenance.ContentHash;
import io.scapa.provenance.PoolProbabilities;
import java.time.LocalDate;

/**
 * What a person, or a record of known origin, says of one content.
 *
 * @param contentSha256 which
 * @param pools to which pools it belongs; usually one with 1
 * @param by who says so
 * @param on when
 */
public record AuditLabel(ContentHash contentSha256, PoolProbabilities pools, String by, LocalDate on) {
    public AuditLabel {
        if (by.isBlank()) {
            throw new IllegalArgumentException("an audit label names who gave it");
        }
    }
}
