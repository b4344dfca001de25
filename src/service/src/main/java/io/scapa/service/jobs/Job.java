package io.scapa.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.scapa.service.ServiceClock;
import io.scapa.service.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Long work and how far it is. Written by {@link JobStore} only, whose updates check the lease. */
@Entity
@Table(name = "jobs")
@DynamicUpdate
public class Job extends PanacheEntityBase {
    @Id
    public UUID id;

    public String kind;

    @Enumerated(EnumType.STRING)
    public JobState state;

    /** The dataset, simulation or the like that it makes. */
    public @Nullable UUID subject;

    public @Nullable String stage;
    public long done;
    public long total;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable JsonNode result;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable JsonNode problem;

    @Column(name = "cancel_requested")
    public boolean cancelRequested;

    public int attempts;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "started_at")
    public @Nullable Instant startedAt;

    @Column(name = "finished_at")
    public @Nullable Instant finishedAt;

    /** A new job, waiting for a worker. */
    static Job queued(String kind, @Nullable UUID subject) {
        Job job = new Job();
        job.id = UUID.randomUUID();
        job.kind = kind;
        job.state = JobState.QUEUED;
        job.subject = subject;
        job.total = -1;
        job.createdAt = ServiceClock.now();
        return job;
    }

    /**
     * The job of this id.
     *
     * @throws ProblemException 404 where there is none
     */
    public static Job require(String id) {
        Job job = findById(uuid("job", id));
        if (job == null) {
            throw ProblemException.notFound("no job " + id);
        }
        return job;
    }

    /** Reads an id of a path; what is no UUID names nothing. */
    public static UUID uuid(String what, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("no " + what + " " + id);
        }
    }

    /** What callers see. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id.toString()).put("kind", kind).put("state", state.name());
        if (subject != null) {
            json.put("subject", subject.toString());
        }
        if (stage != null) {
            json.put("stage", stage);
        }
        json.put("done", done).put("total", total).put("attempts", attempts).put("createdAt", createdAt.toString());
        if (startedAt != null) {
            json.put("startedAt", startedAt.toString());
        }
        if (finishedAt != null) {
            json.put("finishedAt", finishedAt.toString());
        }
        if (result != null) {
            json.set("result", result);
        }
        if (problem != null) {
            json.set("problem", problem);
        }
        return json;
    }
}
