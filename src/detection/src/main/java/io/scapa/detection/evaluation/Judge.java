package io.scapa.detection.evaluation;

import io.scapa.detection.Assessor;
import io.scapa.detection.training.LabelledDocument;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import io.scapa.provenance.Evidence;
import java.util.Map;

/** A detector under evaluation: sees texts only. Safe for use by several threads. */
public final class Judge {
    private final Assessor assessor;

    /** Judges by an assessor's full assessment. */
    public Judge(Assessor assessor) {
        this.assessor = assessor;
    }

    /** What it says of a labelled text, its labels hidden. */
    public JudgedText judge(LabelledDocument text, int fold) {
        Assessment assessment = assessor.assess(Document.ofText(text.text()));
        Map<String, Object> details = assessment.evidence().stream()
                .filter(e -> e.kind() == Evidence.Kind.CLASSIFIER && e.details().containsKey("threshold"))
                .findFirst()
                .map(Evidence::details)
                .orElse(Map.of("words", 0, "threshold", Double.POSITIVE_INFINITY));
        double score = assessment.synthetic().score();
        return new JudgedText(
                ScoredDocument.of(text, score),
                fold,
                ((Number) details.get("words")).intValue(),
                score > ((Number) details.get("threshold")).doubleValue());
    }

    /** The score of a text. */
    public double score(String text) {
        return assessor.assess(Document.ofText(text)).synthetic().score();
    }
}
