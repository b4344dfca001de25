package io.scapa.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.detection.AssessorOptions;
import io.scapa.detection.Assessors;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scoring holds no more memory at the end of a stream than at its beginning. The stream comes through a pipe, so that no disk is
 * needed. {@code -Dscapa.stream.megabytes=10000} sets its size in the long run.
 */
class ScoreStreamTest {
    private static final int SAMPLES = 10;
    private static final long SLACK = 48L << 20;
    private static final int VOCABULARY = 30_000;

    @TempDir
    Path folder;

    @Test
    void theHeapIsFlatOverAStream() throws Exception {
        flat(3_000_000);
    }

    @Test
    @Tag("long")
    void theHeapIsFlatOverALongStream() throws Exception {
        flat(Long.getLong("scapa.stream.megabytes", 10_000) * 1_000_000);
    }

    @Test
    @Tag("long")
    void aLineOfAGibibyteIsRefusedWithoutBeingKept() throws Exception {
        Path pipe = pipe();
        try (Pipe writer = new Pipe(() -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(pipe), 1 << 16)) {
                out.write("{\"id\":\"huge\",\"text\":\"".getBytes(StandardCharsets.US_ASCII));
                byte[] block = "word ".repeat(1 << 12).getBytes(StandardCharsets.US_ASCII);
                for (long written = 0; written < 1L << 30; written += block.length) {
                    out.write(block);
                }
                out.write("\"}\n{\"id\":\"after\",\"text\":\"a few words\"}\n".getBytes(StandardCharsets.US_ASCII));
            }
            return null;
        })) {
            List<String> scored = new ArrayList<>();
            List<String> said = score(pipe, scored);
            writer.finish();
            assertThat(said.toString()).contains(":1: longer than the limit of 67108864 bytes");
            assertThat(scored).singleElement().asString().contains("\"id\":\"after\"");
        }
    }

    private void flat(long bytes) throws Exception {
        Path pipe = pipe();
        List<Long> used = new ArrayList<>();
        try (Pipe writer = new Pipe(() -> {
            used.addAll(write(pipe, bytes));
            return null;
        })) {
            long[] count = {0};
            long start = System.nanoTime();
            Scoring scoring = new Scoring(
                    Assessors.shipped(AssessorOptions.standard()),
                    Runtime.getRuntime().availableProcessors(),
                    silent());
            try (RejectedLines rejected = new RejectedLines(silent(), true, null)) {
                scoring.run(List.of(pipe), json -> count[0]++, rejected);
            }
            writer.finish();
            System.out.printf(
                    "%,d documents, %,d bytes in %.0f s; heap after collection, MB: %s%n",
                    count[0],
                    bytes,
                    (System.nanoTime() - start) / 1e9,
                    used.stream().map(u -> u >> 20).toList());
            assertThat(count[0]).isGreaterThan(bytes / 5_000);
        }
        assertThat(used).hasSize(SAMPLES);
        assertThat(used.subList(SAMPLES / 2, SAMPLES).stream()
                        .mapToLong(u -> u)
                        .max()
                        .orElseThrow())
                .isLessThan(used.subList(0, SAMPLES / 2).stream()
                                .mapToLong(u -> u)
                                .max()
                                .orElseThrow()
                        + SLACK);
    }

    /** Writes documents and takes the used heap after a collection now and then. */
    private static List<Long> write(Path pipe, long bytes) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        byte[][] words = new byte[VOCABULARY][];
        for (int w = 0; w < words.length; w++) {
            StringBuilder word = new StringBuilder();
            for (int c = 2 + random.nextInt(8); c > 0; c--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words[w] = word.append(w % 40 == 0 ? ". " : " ").toString().getBytes(StandardCharsets.US_ASCII);
        }
        List<Long> used = new ArrayList<>();
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(pipe), 1 << 16)) {
            for (long id = 0; written < bytes; id++) {
                byte[] head = ("{\"id\":\"" + id + "\",\"source\":\"s" + id % 1000 + "\",\"text\":\"")
                        .getBytes(StandardCharsets.US_ASCII);
                out.write(head);
                written += head.length + 3;
                int length = 20 + random.nextInt(400);
                for (int w = 0; w < length; w++) {
                    // Frequent words are frequent: the square skews the draw.
                    double draw = random.nextDouble();
                    byte[] word = words[(int) (draw * draw * draw * VOCABULARY)];
                    out.write(word);
                    written += word.length;
                }
                out.write('"');
                out.write('}');
                out.write('\n');
                if (written > (used.size() + 1) * (bytes / SAMPLES) && used.size() < SAMPLES) {
                    System.gc();
                    used.add(Runtime.getRuntime().totalMemory()
                            - Runtime.getRuntime().freeMemory());
                }
            }
        }
        while (used.size() < SAMPLES) {
            used.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }

    private static List<String> score(Path file, List<String> out) throws IOException {
        java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                false,
                Map.of());
        try (RejectedLines rejected = new RejectedLines(terminal, false, null)) {
            new Scoring(Assessors.shipped(AssessorOptions.standard()), 1, terminal)
                    .run(List.of(file), out::add, rejected);
        }
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Terminal silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Terminal(nowhere, nowhere, false, Map.of());
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("documents.jsonl");
        try {
            Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
            Assumptions.assumeTrue(
                    made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "mkfifo makes no pipe here");
        } catch (IOException absent) {
            Assumptions.abort("no mkfifo on this machine: the stream test needs one");
        }
        return pipe;
    }

    /** What writes into the pipe. */
    private static final class Pipe implements AutoCloseable {
        private final ExecutorService thread =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        private final Future<Void> written;

        Pipe(Callable<Void> writer) {
            written = thread.submit(writer);
        }

        void finish() throws Exception {
            written.get(1, TimeUnit.MINUTES);
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
