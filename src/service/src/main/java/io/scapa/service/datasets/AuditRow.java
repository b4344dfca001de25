package io.scapa.service.datasets;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.scapa.service.jobs.Job;
import io.scapa.service.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An audit: the recipe whose cells are sampled. */
@Entity
@Table(name = "audits")
public class AuditRow extends PanacheEntityBase {
    @Id
    public UUID id;

    public String name;

    /** As it was sent. */
    public String recipe;

    /** How many documents of each pool should have a label in the end. */
    @Column(name = "per_pool")
    public int perPool;

    @Column(name = "created_at")
    public Instant createdAt;

    /** @throws ProblemException 404 where there is none */
    static AuditRow require(String id) {
        AuditRow row = findById(Job.uuid("audit", id));
        if (row == null) {
            throw ProblemException.notFound("no audit " + id);
        }
        return row;
    }
}
