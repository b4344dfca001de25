package io.scapa.service.jobs;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One attempt at a job. Progress is kept in memory; the heartbeat carries it to the database. */
public final class JobRun {
    private final UUID job;
    private final @Nullable UUID subject;
    private final AtomicReference<Progress> progress = new AtomicReference<>(new Progress("START", 0, -1));
    private volatile boolean stopped;

    JobRun(UUID job, @Nullable UUID subject) {
        this.job = job;
        this.subject = subject;
    }

    /**
     * How far a job is.
     *
     * @param stage what it does now
     * @param done units done
     * @param total of how many, -1 where unknown
     */
    record Progress(String stage, long done, long total) {}

    /** The job's id. */
    public UUID job() {
        return job;
    }

    /** What the job makes. */
    public UUID subject() {
        if (subject == null) {
            throw new IllegalStateException("job " + job + " has no subject");
        }
        return subject;
    }

    /** Says how far the job is. */
    public void report(String stage, long done, long total) {
        progress.set(new Progress(stage, done, total));
    }

    /** Whether the work should stop: it was cancelled, or its lease was lost. */
    public boolean cancelled() {
        return stopped;
    }

    /** Throws where the work should stop. */
    public void check() {
        if (stopped) {
            throw new JobCancelledException();
        }
    }

    Progress progress() {
        return progress.get();
    }

    void stop() {
        stopped = true;
    }
}
