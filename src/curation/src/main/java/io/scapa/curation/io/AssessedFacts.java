package io.scapa.curation.io;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import org.jspecify.annotations.Nullable;

/** What curation takes from an assessment; evidence stays behind. */
record AssessedFacts(
        @Nullable String language,
        int tokens,
        Origin origin,
        double pSynthetic,
        PoolProbabilities pools,
        double splitWithoutDate,
        String release) {

    static AssessedFacts of(Assessment assessment) {
        return new AssessedFacts(
                assessment.language(),
                assessment.tokens(),
                assessment.provenance().origin(),
                assessment.synthetic().probability(),
                assessment.provenance().pools(),
                Math.min(1, assessment.provenance().splitWithoutDate()),
                assessment.release());
    }

    /** What an assessment belongs to: an id may come with several texts, and then each has its own. */
    record Key(String id, ContentHash contentSha256) {}
}
