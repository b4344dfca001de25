package io.scapa.curation.parallel;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Applies a function to items on several threads and gives the results in the order of the items. Items are read on the
 * calling thread; at most four for each thread are held at once. With one thread everything runs on the calling thread.
 *
 * @param <I> what is worked on
 * @param <O> what comes of it
 */
public final class InOrder<I, O> implements AutoCloseable {
    private static final int AHEAD = 4;

    /** Gives items. */
    @FunctionalInterface
    public interface Source<I> {
        /** The next item, or null at the end. */
        @Nullable
        I next() throws IOException;
    }

    /** Works on one item; called by several threads at once. */
    @FunctionalInterface
    public interface Work<I, O> {
        /** The result of an item. */
        O of(I item) throws IOException;
    }

    private final Source<I> source;
    private final Work<I, O> work;
    private final int ahead;
    private final @Nullable ExecutorService workers;
    private final Deque<Future<O>> underWay = new ArrayDeque<>();
    private boolean ended;

    /**
     * Work on a source.
     *
     * @param threads 1 or more
     */
    public InOrder(int threads, Source<I> source, Work<I, O> work) {
        if (threads < 1) {
            throw new IllegalArgumentException("work needs 1 thread or more, got " + threads);
        }
        this.source = source;
        this.work = work;
        this.ahead = AHEAD * threads;
        this.workers = threads == 1
                ? null
                : Executors.newFixedThreadPool(threads, task -> {
                    Thread thread = new Thread(task, "scapa-curation");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * The next result, or null at the end.
     *
     * @throws IOException where the source or the work fails
     */
    public @Nullable O next() throws IOException {
        if (workers == null) {
            I item = source.next();
            return item == null ? null : work.of(item);
        }
        while (!ended && underWay.size() < ahead) {
            I item = source.next();
            if (item == null) {
                ended = true;
            } else {
                underWay.add(workers.submit(() -> work.of(item)));
            }
        }
        return underWay.isEmpty() ? null : result(underWay.remove());
    }

    private static <O> O result(Future<O> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case IOException fault -> throw fault;
                case null, default -> throw new IOException(failed.getCause());
            }
        }
    }

    /** Ends the threads; what is under way is given up. */
    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
