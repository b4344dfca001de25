package io.scapa.detection.prevalence;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assessments as a detector would make them, with the scores that a test wants. */
final class AssessedDocuments {
    private AssessedDocuments() {}

    static Document document(
            String id, @Nullable String source, @Nullable String publishedAt, @Nullable String language) {
        return new Document(
                id,
                "text of " + id,
                source,
                null,
                publishedAt == null ? null : Instant.parse(publishedAt),
                null,
                language,
                null,
                null,
                Map.of(),
                null,
                null,
                Map.of());
    }

    static Assessment assessment(String id, double score, int tokens) {
        return assessment(id, score, tokens, "r1");
    }

    static Assessment assessment(String id, double score, int tokens, String release) {
        double probability = 1 / (1 + Math.exp(-score));
        Verdict verdict = Math.abs(score) < 1
                ? Verdict.undetermined("between")
                : new Verdict(score > 0 ? Origin.SYNTHETIC : Origin.HUMAN, null);
        return new Assessment(
                id,
                ContentHash.ofCleanText("text of " + id),
                "en",
                tokens,
                new SyntheticScore(score, 0.5, probability, new Interval(0, 1), null, verdict),
                List.of(),
                new DocumentProvenance(verdict.origin(), null, new PoolProbabilities(0.25, 0.25, 0.25, 0.25), 0),
                release);
    }
}
