package io.scapa.service.documents;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.service.assessing.Assessing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a release has assessed already, so that no text is assessed twice by the same release for the same watermark profiles. */
@ApplicationScoped
public class AssessmentReader {
    /** Stands until the content is placed. */
    private static final DocumentProvenance UNPLACED =
            new DocumentProvenance(Origin.UNDETERMINED, null, new PoolProbabilities(0, 0, 0.5, 0.5), 1);

    /** Assessments by hash; what this bench has not assessed is absent. */
    Map<String, Assessment> byHash(Collection<String> hashes, Assessing.Bench bench) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Assessment> found = new HashMap<>();
            List<AssessmentRow> rows = AssessmentRow.list(
                    "sha256 in ?1 and release = ?2 and profiles = ?3", hashes, bench.release(), bench.profiles());
            rows.forEach(row -> found.put(row.sha256, row.toAssessment(row.sha256, UNPLACED)));
            return found;
        });
    }
}
