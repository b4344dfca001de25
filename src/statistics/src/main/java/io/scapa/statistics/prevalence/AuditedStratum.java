package io.scapa.statistics.prevalence;

import java.util.List;

/**
 * A part of the pool that was audited on its own: a pool of the mixture, a source, a bin of the posterior.
 *
 * @param name what it is called in messages
 * @param pool all its documents
 * @param audited documents drawn from it, at least two
 */
public record AuditedStratum(String name, ScorePool pool, List<AuditedDocument> audited) {
    /** The fewest audited documents that show a stratum's variance. */
    public static final int LEAST = 2;

    public AuditedStratum {
        audited = List.copyOf(audited);
        if (audited.size() < LEAST) {
            throw new IllegalArgumentException("stratum " + name + " needs at least " + LEAST
                    + " audited documents, got " + audited.size() + ": join it with a neighbour");
        }
    }
}
