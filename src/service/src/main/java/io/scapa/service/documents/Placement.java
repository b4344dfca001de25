package io.scapa.service.documents;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Where text, sightings, assertions and timeline together place a content. Written by {@link PlacementWriter}. */
@Entity
@Immutable
@Table(name = "placements")
public class Placement extends PanacheEntityBase {
    @Id
    public String sha256;

    @Column(name = "assessment_id")
    public long assessmentId;

    @Column(name = "timeline_version")
    public long timelineVersion;

    public String origin;
    public @Nullable Integer generation;
    public double alpha;
    public double beta;
    public double gamma;
    public double eta;

    @Column(name = "split_without_date")
    public double splitWithoutDate;

    public String pool;
    public double probability;

    DocumentProvenance toProvenance() {
        return new DocumentProvenance(
                Origin.valueOf(origin), generation, new PoolProbabilities(alpha, beta, gamma, eta), splitWithoutDate);
    }
}
