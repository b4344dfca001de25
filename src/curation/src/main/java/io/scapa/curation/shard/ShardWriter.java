package io.scapa.curation.shard;

import io.scapa.curation.CancelledException;
import io.scapa.curation.Progress;
import io.scapa.curation.recipe.ShardSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToLongFunction;

/** Cuts a spill into shards and compresses them, several at a time; what is written does not depend on how many. */
public final class ShardWriter {
    private static final String FOLDER = "train";

    private final Path dataset;
    private final ShardSettings settings;
    private final int threads;

    public ShardWriter(Path dataset, ShardSettings settings, int threads) {
        this.dataset = dataset;
        this.settings = settings;
        this.threads = threads;
    }

    /**
     * Writes all lines.
     *
     * @param spill the sealed spill
     * @param lines how many lines it holds
     * @param tokensOfLine tokens of a line
     * @return the shards in order
     */
    public List<ShardEntry> write(LineSpill spill, int lines, IntToLongFunction tokensOfLine, Progress progress)
            throws IOException {
        Files.createDirectories(dataset.resolve(FOLDER));
        List<int[]> ranges = ranges(spill, lines);
        List<ShardEntry> shards = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ShardEntry>> pending = new ArrayList<>();
            for (int i = 0; i < ranges.size(); i++) {
                int index = i;
                pending.add(pool.submit(() -> shard(index, ranges.get(index), spill, tokensOfLine)));
            }
            for (Future<ShardEntry> shard : pending) {
                CancelledException.check(progress, Progress.Stage.WRITE);
                shards.add(shard.get());
                progress.report(Progress.Stage.WRITE, shards.size(), ranges.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing shards", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? io
                    : new IOException("a shard could not be written", e.getCause());
        } finally {
            pool.shutdownNow();
            pool.close();
        }
        return shards;
    }

    /** First line and line after the last of each shard. */
    private List<int[]> ranges(LineSpill spill, int lines) {
        long limit = settings.megabytes() * 1_000_000L;
        List<int[]> ranges = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int line = 0; line < lines; line++) {
            if (line > from && (line - from >= settings.documents() || bytes + spill.length(line) > limit)) {
                ranges.add(new int[] {from, line});
                from = line;
                bytes = 0;
            }
            bytes += spill.length(line);
        }
        if (lines > from) {
            ranges.add(new int[] {from, lines});
        }
        return ranges;
    }

    private ShardEntry shard(int index, int[] range, LineSpill spill, IntToLongFunction tokensOfLine)
            throws IOException {
        String path = String.format(
                Locale.ROOT, "%s/part-%05d.%s", FOLDER, index, settings.format().suffix());
        Path file = dataset.resolve(path);
        long tokens = 0;
        try (LineSpill.Reader reader = spill.reader();
                Lines out = lines(file)) {
            for (int line = range[0]; line < range[1]; line++) {
                out.write(reader.read(line));
                tokens += tokensOfLine.applyAsLong(line);
            }
        }
        return new ShardEntry(path, Digests.ofFile(file), Files.size(file), range[1] - range[0], tokens);
    }

    /** Where lines go. */
    private interface Lines extends AutoCloseable {
        void write(byte[] line) throws IOException;

        @Override
        void close() throws IOException;
    }

    private Lines lines(Path file) throws IOException {
        if (settings.format() == ShardSettings.Format.PARQUET) {
            ParquetShard shard = new ParquetShard(file);
            return lines(shard::write, shard::close);
        }
        OutputStream out =
                Compression.compress(settings.format(), new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        return lines(out::write, out::close);
    }

    /** One step that may fail. */
    @FunctionalInterface
    private interface Step<T> {
        void on(T value) throws IOException;
    }

    private static Lines lines(Step<byte[]> write, java.io.Closeable end) {
        return new Lines() {
            @Override
            public void write(byte[] line) throws IOException {
                write.on(line);
            }

            @Override
            public void close() throws IOException {
                end.close();
            }
        };
    }
}
