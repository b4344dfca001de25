package io.scapa.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.scapa.service.problem.FailureProblems;
import io.scapa.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The threads that do jobs. Each looks into the queue when it is woken, and every so often without. */
@ApplicationScoped
public class JobWorkers {
    private static final Logger LOG = Logger.getLogger(JobWorkers.class);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(5);

    private final JobStore store;
    private final Map<String, JobHandler> handlers;
    private final int threads;
    private final Duration lease;
    private final Duration poll;
    private final UUID worker = UUID.randomUUID();
    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> running = new ArrayList<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("scapa-heartbeat").daemon(true).factory());
    private volatile boolean closing;

    @Inject
    public JobWorkers(
            JobStore store,
            @All List<JobHandler> handlers,
            @ConfigProperty(name = "scapa.jobs.workers") int threads,
            @ConfigProperty(name = "scapa.jobs.lease") Duration lease,
            @ConfigProperty(name = "scapa.jobs.poll") Duration poll) {
        this.store = store;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        this.threads = threads;
        this.lease = lease;
        this.poll = poll;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < threads; i++) {
            running.add(Thread.ofPlatform().name("scapa-job-" + i).daemon(true).start(this::work));
        }
    }

    /** Wakes a worker: there is a new job, and its transaction is committed. */
    public void wake() {
        bell.release();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing = true;
        bell.release(threads);
        long until = System.nanoTime() + PATIENCE_AT_SHUTDOWN.toNanos();
        for (Thread thread : running) {
            thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        heart.shutdownNow();
    }

    private void work() {
        while (!closing) {
            try {
                Optional<JobStore.Taken> job = store.take(worker, lease);
                if (job.isPresent()) {
                    attempt(job.get());
                } else {
                    bell.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("cannot reach the queue of jobs", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            bell.tryAcquire(threads, poll.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(JobStore.Taken job) {
        JobRun run = new JobRun(job.id(), job.subject());
        long beat = Math.max(50, lease.toMillis() / 10);
        ScheduledFuture<?> heartbeat = heart.scheduleAtFixedRate(() -> beat(run), 0, beat, TimeUnit.MILLISECONDS);
        try {
            JobOutcome outcome = handler(job).run(run);
            run.check();
            heartbeat.cancel(false);
            store.done(job.id(), worker, run.progress(), outcome);
        } catch (JobCancelledException e) {
            heartbeat.cancel(false);
            stopped(job, run);
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            heartbeat.cancel(false);
            store.ended(job.id(), worker, JobState.FAILED, run.progress(), problem(e));
        } finally {
            heartbeat.cancel(false);
        }
    }

    private void stopped(JobStore.Taken job, JobRun run) {
        if (closing) {
            store.giveBack(job.id(), worker);
        } else {
            store.ended(job.id(), worker, JobState.CANCELLED, run.progress(), null);
        }
    }

    private JobHandler handler(JobStore.Taken job) {
        JobHandler handler = handlers.get(job.kind());
        if (handler == null) {
            throw new IllegalStateException("this release does no jobs of kind " + job.kind());
        }
        return handler;
    }

    private void beat(JobRun run) {
        try {
            if (closing || !store.heartbeat(run.job(), worker, lease, run.progress())) {
                run.stop();
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "no heartbeat for job %s", run.job());
        }
    }

    private static JsonNode problem(Throwable e) {
        return e instanceof ProblemException known
                ? known.problem().toJson()
                : FailureProblems.of(e).toJson();
    }
}
