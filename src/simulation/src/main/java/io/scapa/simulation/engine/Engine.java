package io.scapa.simulation.engine;

import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a scenario's chains on several threads. Work is cut into chunks of fixed size; every chain has its own stream of
 * random numbers; chunks are added up in their order. So the result is a function of the scenario alone, whatever the
 * number of threads, and memory does not grow with the number of chains.
 */
public final class Engine {
    private static final long SAVE_EVERY = 2_000_000_000L;

    private final Scenario scenario;
    private final ChainFactory factory;
    private final int threads;
    private final ProgressListener listener;
    private final RecordedGenerations recorded;
    private final int[] crossed;
    private final Tally tally;
    private final @org.jspecify.annotations.Nullable ChunkRun[] waiting;
    private final ArrayDeque<ChunkRun> spare = new ArrayDeque<>();
    private final int chunk;
    private final int chunks;
    private @org.jspecify.annotations.Nullable Checkpoint checkpoint;
    private long saved = System.nanoTime();
    private int nextToRun;
    private int nextToAdd;
    private boolean stopped;
    private @org.jspecify.annotations.Nullable Throwable failure;

    private Engine(Scenario scenario, int threads, ProgressListener listener) {
        this.scenario = scenario;
        this.factory = scenario.family().chains(scenario);
        this.threads = threads;
        this.listener = listener;
        recorded = new RecordedGenerations(scenario.generations());
        crossed = ChunkRun.crossedObservables(scenario);
        tally = new Tally(scenario, recorded);
        chunk = scenario.family().chunk();
        chunks = (scenario.chains() + chunk - 1) / chunk;
        waiting = new ChunkRun[2 * threads];
    }

    /**
     * Runs a scenario.
     *
     * @param threads at least 1; they do not change the result
     * @return what was streamed; it holds fewer chains than asked for where the listener stopped the run
     */
    public static SimulationResult run(Scenario scenario, int threads, ProgressListener listener) {
        Engine engine = new Engine(scenario, Math.max(1, threads), listener);
        engine.runAll();
        return new SimulationResult(scenario, engine.recorded, engine.tally);
    }

    /**
     * Runs a scenario from where a checkpoint stands, and leaves a checkpoint where it ends: after a stop, a failing chain
     * or the last chain, what was computed is kept.
     *
     * @throws IOException where the checkpoint cannot be read or written
     */
    public static SimulationResult resume(
            Scenario scenario, int threads, ProgressListener listener, Checkpoint checkpoint) throws IOException {
        Engine engine = new Engine(scenario, Math.max(1, threads), listener);
        if (checkpoint.exists()) {
            engine.nextToAdd = checkpoint.load(scenario, engine.tally);
            engine.nextToRun = engine.nextToAdd;
        }
        engine.checkpoint = checkpoint;
        try {
            engine.runAll();
        } finally {
            checkpoint.save(scenario, engine.tally, engine.nextToAdd);
        }
        return new SimulationResult(scenario, engine.recorded, engine.tally);
    }

    private void runAll() {
        if (threads == 1 || chunks == 1) {
            work();
        } else {
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < Math.min(threads, chunks); i++) {
                Thread worker = new Thread(this::work, "simulation-" + i);
                worker.setDaemon(true);
                worker.start();
                workers.add(worker);
            }
            await(workers);
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private void await(List<Thread> workers) {
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            for (int c = claim(); c >= 0; c = claim()) {
                int from = c * chunk;
                ChunkRun run = room();
                run.run(scenario, factory, recorded, crossed, from, Math.min(scenario.chains(), from + chunk));
                hand(c, run);
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** A chunk's room that is no longer needed, or a new one. */
    private synchronized ChunkRun room() {
        ChunkRun free = spare.poll();
        return free != null
                ? free
                : new ChunkRun(scenario.family().observables().size(), recorded.count(), crossed.length, chunk);
    }

    /** The next chunk, or -1; waits while the chunks that are not yet added up would fill the waiting room. */
    private synchronized int claim() {
        while (!stopped && nextToRun < chunks && nextToRun - nextToAdd >= waiting.length) {
            try {
                wait();
            } catch (InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
            }
        }
        return stopped || nextToRun >= chunks ? -1 : nextToRun++;
    }

    private synchronized void hand(int index, ChunkRun run) {
        waiting[index % waiting.length] = run;
        while (nextToAdd < chunks && waiting[nextToAdd % waiting.length] != null) {
            ChunkRun ready = waiting[nextToAdd % waiting.length];
            waiting[nextToAdd % waiting.length] = null;
            int from = nextToAdd * chunk;
            tally.add(ready, Math.min(scenario.chains(), from + chunk) - from);
            spare.add(ready);
            nextToAdd++;
        }
        keep();
        if (!listener.progress(tally.chains(), scenario.chains())) {
            stopped = true;
        }
        notifyAll();
    }

    /** Saves now and then, so that a run that is killed loses seconds, not hours. */
    private void keep() {
        if (checkpoint == null || System.nanoTime() - saved < SAVE_EVERY) {
            return;
        }
        try {
            checkpoint.save(scenario, tally, nextToAdd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        saved = System.nanoTime();
    }

    private synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
        stopped = true;
        notifyAll();
    }
}
