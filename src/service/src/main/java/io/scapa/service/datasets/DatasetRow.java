package io.scapa.service.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.scapa.service.jobs.Job;
import io.scapa.service.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A dataset that was asked for; it has a summary when it is there. */
@Entity
@Table(name = "datasets")
public class DatasetRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "job_id")
    public UUID jobId;

    public String name;

    /** As it was sent. */
    public String recipe;

    /** An absolute folder. */
    public String output;

    /** Where in object storage it is put as well, or null. */
    public @Nullable String published;

    /** The dataset that it re-mixes, or null. */
    public @Nullable UUID earlier;

    @Column(name = "accept_shortages")
    public boolean acceptShortages;

    /** The timeline's current generation when it was made. */
    public @Nullable Integer generation;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable JsonNode summary;

    @Column(name = "created_at")
    public Instant createdAt;

    /** Whether it was made, and not refused or still under way. */
    boolean isExported() {
        return summary != null && summary.path("outcome").asText().equals("EXPORTED");
    }

    /** @throws ProblemException 404 where there is none */
    static DatasetRow require(String id) {
        DatasetRow row = findById(Job.uuid("dataset", id));
        if (row == null) {
            throw ProblemException.notFound("no dataset " + id);
        }
        return row;
    }
}
