package io.scapa.curation.io;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import io.scapa.text.view.TextViews;
import java.util.List;

/** Assessments that say nothing in particular. */
final class TestAssessments {
    private TestAssessments() {}

    static Assessment of(String id, String text) {
        return new Assessment(
                id,
                ContentHash.ofCleanText(TextViews.of(text).clean().text()),
                "en",
                7,
                new SyntheticScore(0, 0.5, 0.5, new Interval(0, 1), null, Verdict.undetermined("a test")),
                List.of(),
                new DocumentProvenance(Origin.UNDETERMINED, null, new PoolProbabilities(0, 0, 0, 1), 0),
                "test/1");
    }
}
