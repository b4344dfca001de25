package io.scapa.detection;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Assesses streams of documents on several threads and hands the assessments out in the order of the documents. Holds a bounded
 * number of documents at a time, whatever the length of the stream.
 */
public final class BatchAssessor implements AutoCloseable {
    private static final int CHUNK = 64;
    private static final int CHUNK_CHARACTERS = 1 << 20;

    private final Assessor assessor;
    private final int threads;
    private final ExecutorService workers;

    /**
     * A batch assessor.
     *
     * @param threads how many work, at least 1
     */
    public BatchAssessor(Assessor assessor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("expected at least 1 thread, got " + threads);
        }
        this.assessor = assessor;
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("assess-", 0).factory());
    }

    /** Assesses every item's document and hands item and assessment to the sink, in order, on the calling thread. */
    public <T> void assess(Iterator<T> items, Function<T, Document> document, BiConsumer<T, Assessment> sink) {
        ArrayDeque<Chunk<T>> running = new ArrayDeque<>();
        while (items.hasNext() || !running.isEmpty()) {
            while (items.hasNext() && running.size() < 2 * threads) {
                running.add(start(items, document));
            }
            Chunk<T> first = running.remove();
            List<Assessment> assessments = result(first.assessments());
            for (int i = 0; i < assessments.size(); i++) {
                sink.accept(first.items().get(i), assessments.get(i));
            }
        }
    }

    private record Chunk<T>(List<T> items, Future<List<Assessment>> assessments) {}

    private <T> Chunk<T> start(Iterator<T> items, Function<T, Document> document) {
        List<T> chunk = new ArrayList<>(CHUNK);
        List<Document> documents = new ArrayList<>(CHUNK);
        long characters = 0;
        while (items.hasNext() && chunk.size() < CHUNK && characters < CHUNK_CHARACTERS) {
            T item = items.next();
            chunk.add(item);
            documents.add(document.apply(item));
            characters += documents.getLast().text().length();
        }
        return new Chunk<>(
                chunk,
                workers.submit(() -> documents.stream().map(assessor::assess).toList()));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while assessing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an assessment failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
