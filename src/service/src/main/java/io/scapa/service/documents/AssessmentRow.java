package io.scapa.service.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one detector release found in one content. Written by {@link DocumentWriter}. */
@Entity
@Immutable
@Table(name = "assessments")
public class AssessmentRow extends PanacheEntityBase {
    @Id
    public Long id;

    public String sha256;
    public String release;

    /** Digest of the watermark profiles that it was tested for. */
    public String profiles;

    public @Nullable String language;
    public int tokens;
    public double score;
    public double prior;
    public double probability;

    @Column(name = "lower_bound")
    public double lowerBound;

    @Column(name = "upper_bound")
    public double upperBound;

    @Column(name = "human_p_value")
    public @Nullable Double humanPValue;

    public String verdict;
    public @Nullable String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode evidence;

    @Column(name = "assessed_at")
    public Instant assessedAt;

    /** The assessment under a client's id, with the provenance that holds now. */
    Assessment toAssessment(String clientId, DocumentProvenance provenance) {
        SyntheticScore synthetic = new SyntheticScore(
                score,
                prior,
                probability,
                new Interval(lowerBound, upperBound),
                humanPValue,
                new Verdict(Origin.valueOf(verdict), reason));
        return new Assessment(
                clientId,
                new ContentHash(sha256),
                language,
                tokens,
                synthetic,
                EvidenceJson.read(evidence),
                provenance,
                release);
    }
}
