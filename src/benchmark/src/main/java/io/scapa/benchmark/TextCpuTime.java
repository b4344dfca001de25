package io.scapa.benchmark;

import io.scapa.curation.io.TokenCounts;
import io.scapa.provenance.ContentHash;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentReader;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import io.scapa.text.view.TextViews;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The figures of {@link TextBenchmark} by the CPU time of their one thread, for machines that others use too: the best of some rounds after a
 * warm-up, in MB of JSON lines a second. Arguments: files of documents; a line for each file, and one for their lines in turns.
 */
public final class TextCpuTime {
    private static final int MOST = 8 << 20;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 6;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Tokenizer tokenizer = Tokenizers.named(Tokenizers.DEFAULT);
    private long sink;

    private TextCpuTime() {}

    /** Which steps are taken after parsing. */
    private enum Steps {
        PARSE,
        VIEWS_AND_HASH,
        TOKENS,
        KNOWN_TOKENS
    }

    /** Prints a line for each file. */
    public static void main(String[] args) throws IOException {
        TextCpuTime timer = new TextCpuTime();
        System.out.printf(
                "%-34s %8s %10s %14s %16s %14s%n",
                "MB/s of one core", "MB", "parse", "+ views, hash", "+ cl100k_base", "+ known counts");
        List<List<byte[]>> files = new ArrayList<>();
        for (String file : args) {
            List<byte[]> lines = lines(Path.of(file));
            files.add(lines);
            timer.line(String.valueOf(Path.of(file).getFileName()), lines);
        }
        if (files.size() > 1) {
            timer.line("all of them in turns", inTurns(files));
        }
        if (timer.sink == 42) {
            System.out.println();
        }
    }

    private static List<byte[]> lines(Path file) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        long size = 0;
        try (LineReader reader = LineReader.open(file, ReadLimits.STANDARD)) {
            while (reader.hasNext() && size < MOST) {
                if (reader.next() instanceof RawLine.Utf8 line) {
                    lines.add(line.bytes());
                    size += line.bytes().length;
                }
            }
        }
        return lines;
    }

    private static List<byte[]> inTurns(List<List<byte[]>> files) {
        int most = files.stream().map(List::size).max(Comparator.naturalOrder()).orElse(0);
        return IntStream.range(0, most)
                .boxed()
                .flatMap(i -> files.stream().filter(lines -> i < lines.size()).map(lines -> lines.get(i)))
                .toList();
    }

    private void line(String name, List<byte[]> lines) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            joined.writeBytes(line);
            joined.write('\n');
        }
        byte[] bytes = joined.toByteArray();
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-34s %8.1f", name, bytes.length / 1e6));
        TokenCounts known = TokenCounts.of(Tokenizers.DEFAULT);
        for (Steps steps : Steps.values()) {
            long least = Long.MAX_VALUE;
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                long start = clock.getCurrentThreadCpuTime();
                sink += work(bytes, steps, known);
                long taken = clock.getCurrentThreadCpuTime() - start;
                least = round < WARM_UP ? least : Math.min(least, taken);
            }
            row.append(String.format(Locale.ROOT, " %12.1f", bytes.length / 1e6 / (least / 1e9)));
        }
        System.out.println(row);
    }

    private long work(byte[] bytes, Steps steps, TokenCounts known) throws IOException {
        long sum = 0;
        try (DocumentReader reader = DocumentReader.of(new ByteArrayInputStream(bytes), ReadLimits.STANDARD)) {
            while (reader.hasNext()) {
                if (reader.next() instanceof DocumentLine.Good good) {
                    sum += steps == Steps.PARSE
                            ? good.number()
                            : derived(good.document().text(), steps, known);
                }
            }
        }
        return sum;
    }

    private long derived(String text, Steps steps, TokenCounts known) {
        TextViews views = TextViews.of(text);
        String clean = views.clean().text();
        ContentHash hash = ContentHash.ofCleanText(clean);
        long sum = views.folded().text().length() + hash.hashCode();
        return switch (steps) {
            case TOKENS -> sum + tokenizer.count(clean);
            case KNOWN_TOKENS -> sum + known.of(hash, clean);
            default -> sum;
        };
    }
}
