package io.scapa.cli.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Applies a function to items on several threads and hands the results over in the items' order. */
public final class OrderedWork {
    /** Items under way for each thread: enough that a slow one does not leave the others idle. */
    private static final int AHEAD = 4;

    /** Takes results, in order, on the calling thread. */
    @FunctionalInterface
    public interface Sink<O> {
        /** Takes the next result. */
        void accept(O result) throws IOException;
    }

    private OrderedWork() {}

    /**
     * Runs to the end of the items. At most four items for each thread are held at once.
     *
     * @param items read on the calling thread
     * @param work safe for use by several threads
     * @param threads 1 or more
     * @throws IOException where the sink or the items' reader fails; what {@code work} throws comes out as it is
     */
    public static <I, O> void run(Iterator<I> items, Function<I, O> work, int threads, Sink<O> sink)
            throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "scapa-worker");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<O>> underWay = new ArrayDeque<>();
            while (items.hasNext() || !underWay.isEmpty()) {
                while (items.hasNext() && underWay.size() < AHEAD * threads) {
                    I item = items.next();
                    underWay.add(workers.submit(() -> work.apply(item)));
                }
                sink.accept(result(underWay.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
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
                case null, default -> throw new IOException(failed.getCause());
            }
        }
    }
}
