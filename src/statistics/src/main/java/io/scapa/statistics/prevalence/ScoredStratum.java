package io.scapa.statistics.prevalence;

import java.util.List;

/**
 * A part of a whole with the scores of all its documents and the labels of some.
 *
 * @param name what it is called
 * @param pool the scores of all its documents
 * @param audited documents drawn from it uniformly, with their labels
 */
public record ScoredStratum(String name, ScoreHistogram pool, List<AuditedDocument> audited) {
    public ScoredStratum {
        audited = List.copyOf(audited);
    }
}
