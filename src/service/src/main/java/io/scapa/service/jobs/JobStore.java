package io.scapa.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The queue of jobs in the database. A worker holds a job by a lease that it renews; a job whose lease has run out belongs to
 * whoever takes it next ({@code FOR UPDATE SKIP LOCKED}). Every write of a worker checks that the lease is still its own.
 */
@ApplicationScoped
public class JobStore {
    static final int MOST_ATTEMPTS = 5;

    private final EntityManager entities;

    @Inject
    public JobStore(EntityManager entities) {
        this.entities = entities;
    }

    /** A job that a worker has taken. */
    record Taken(UUID id, String kind, @Nullable UUID subject) {}

    /** Puts a job into the queue, within the caller's transaction. */
    public Job submit(String kind, @Nullable UUID subject) {
        Job job = Job.queued(kind, subject);
        entities.persist(job);
        return job;
    }

    /** Takes the oldest job that nobody holds. */
    Optional<Taken> take(UUID worker, Duration lease) {
        return QuarkusTransaction.requiringNew().call(() -> {
            failHopeless();
            List<?> rows = entities.createNativeQuery("""
                    UPDATE jobs SET state = 'RUNNING', lease_owner = :worker, attempts = attempts + 1,
                           lease_until = now() + make_interval(secs => :lease), started_at = coalesce(started_at, now())
                    WHERE id = (SELECT id FROM jobs
                                WHERE state = 'QUEUED' OR state = 'RUNNING' AND lease_until < now()
                                ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                    RETURNING id, kind, subject""")
                    .setParameter("worker", worker)
                    .setParameter("lease", lease.toMillis() / 1000.0)
                    .getResultList();
            return rows.stream().findFirst().map(row -> taken((Object[]) row));
        });
    }

    private static Taken taken(Object[] row) {
        return new Taken((UUID) row[0], (String) row[1], (UUID) row[2]);
    }

    private void failHopeless() {
        entities.createNativeQuery("""
                UPDATE jobs SET state = 'FAILED', finished_at = now(), lease_owner = NULL, lease_until = NULL,
                       problem = jsonb_build_object('title', 'The service stopped each time that it ran this job', 'attempts', attempts)
                WHERE state = 'RUNNING' AND lease_until < now() AND attempts >= :most""").setParameter("most", MOST_ATTEMPTS).executeUpdate();
    }

    /**
     * Renews a lease and writes the progress.
     *
     * @return whether the job should go on: it is still this worker's, and nobody asked to cancel it
     */
    boolean heartbeat(UUID id, UUID worker, Duration lease, JobRun.Progress progress) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> rows = entities.createNativeQuery("""
                    UPDATE jobs SET lease_until = now() + make_interval(secs => :lease), stage = :stage, done = :done, total = :total
                    WHERE id = :id AND lease_owner = :worker RETURNING cancel_requested""")
                    .setParameter("lease", lease.toMillis() / 1000.0)
                    .setParameter("stage", progress.stage())
                    .setParameter("done", progress.done())
                    .setParameter("total", progress.total())
                    .setParameter("id", id)
                    .setParameter("worker", worker)
                    .getResultList();
            return rows.size() == 1 && !((Boolean) rows.getFirst());
        });
    }

    /** Ends a job well, together with what it made. Nothing happens where the lease was lost. */
    void done(UUID id, UUID worker, JobRun.Progress progress, JobOutcome outcome) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (end(id, worker, JobState.DONE, progress, outcome.result(), null)) {
                outcome.store().run();
            }
        });
    }

    /** Ends a job otherwise. */
    void ended(UUID id, UUID worker, JobState state, JobRun.Progress progress, @Nullable JsonNode problem) {
        QuarkusTransaction.requiringNew().run(() -> end(id, worker, state, progress, null, problem));
    }

    private boolean end(
            UUID id,
            UUID worker,
            JobState state,
            JobRun.Progress progress,
            @Nullable JsonNode result,
            @Nullable JsonNode problem) {
        return entities.createNativeQuery("""
                UPDATE jobs SET state = :state, stage = :stage, done = :done, total = :total, result = CAST(:result AS jsonb),
                       problem = CAST(:problem AS jsonb), finished_at = now(), lease_owner = NULL, lease_until = NULL
                WHERE id = :id AND lease_owner = :worker""")
                        .setParameter("state", state.name())
                        .setParameter("stage", progress.stage())
                        .setParameter("done", progress.done())
                        .setParameter("total", progress.total())
                        .setParameter("result", result == null ? null : result.toString())
                        .setParameter("problem", problem == null ? null : problem.toString())
                        .setParameter("id", id)
                        .setParameter("worker", worker)
                        .executeUpdate()
                == 1;
    }

    /** Gives a job back to the queue, as if it had never been taken: the service shuts down. */
    void giveBack(UUID id, UUID worker) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                UPDATE jobs SET state = 'QUEUED', lease_owner = NULL, lease_until = NULL, attempts = attempts - 1
                WHERE id = :id AND lease_owner = :worker""")
                        .setParameter("id", id)
                        .setParameter("worker", worker)
                        .executeUpdate());
    }

    /** Asks for a job to be stopped: at once where it waits, soon where it runs. Within the caller's transaction. */
    public void cancel(UUID id) {
        entities.createNativeQuery("""
                UPDATE jobs SET cancel_requested = true,
                       state = CASE WHEN state = 'QUEUED' THEN 'CANCELLED' ELSE state END,
                       finished_at = CASE WHEN state = 'QUEUED' THEN now() END
                WHERE id = :id AND state IN ('QUEUED', 'RUNNING')""").setParameter("id", id).executeUpdate();
    }
}
