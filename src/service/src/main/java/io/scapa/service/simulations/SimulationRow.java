package io.scapa.service.simulations;

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

/** A simulation that was asked for; it has a report when it is done. */
@Entity
@Table(name = "simulations")
public class SimulationRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "job_id")
    public UUID jobId;

    /** As it was sent. */
    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode scenario;

    public @Nullable String report;

    /** SVG by name, in the order to look at them. */
    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable JsonNode charts;

    public @Nullable String summary;

    @Column(name = "created_at")
    public Instant createdAt;

    /** @throws ProblemException 404 where there is none */
    static SimulationRow require(String id) {
        SimulationRow row = findById(Job.uuid("simulation", id));
        if (row == null) {
            throw ProblemException.notFound("no simulation " + id);
        }
        return row;
    }
}
