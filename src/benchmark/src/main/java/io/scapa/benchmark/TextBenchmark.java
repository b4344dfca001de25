package io.scapa.benchmark;

import io.scapa.provenance.ContentHash;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentReader;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.language.LanguageIdentifier;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import io.scapa.text.view.TextViews;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a document costs before anybody looks at its style, on one core. The counter {@code bytes} is bytes of JSON lines (of
 * UTF-8 text, for the steps after parsing) a second. {@code -p file=PATH} takes the first 8 MB of a file of one's own, plain,
 * gzip or zstd; without it the documents are made up, which flatters the tokenizer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TextBenchmark {
    private static final int SIZE = 8 << 20;
    private static final String[] SENTENCES = {
        "The committee met on Tuesday and decided that the bridge would be repaired before winter.",
        "Nobody had expected the harbour to freeze so early, and three ships were still waiting outside.",
        "“We don’t know what it costs,” she said, “but we know what it costs to wait.”",
        "In the second year the yield fell by 14.5%, mostly because of the wet spring.",
        "He opened the letter, read it twice, and put it back among the others…",
        "Le café était fermé; we walked on towards the station."
    };

    /** A file of documents, or nothing. */
    @Param("")
    public String file;

    private final Tokenizer tokenizer = Tokenizers.named(Tokenizers.DEFAULT);
    private final List<String> texts = new ArrayList<>();
    private byte[] lines = {};
    private long textBytes;

    /** Bytes that were worked through. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** How many. */
        public long bytes;
    }

    /** Reads or makes the documents. */
    @Setup
    public void prepare() throws IOException {
        lines = file.isEmpty() ? madeUp() : head(Path.of(file));
        try (DocumentReader reader = documents()) {
            while (reader.hasNext()) {
                if (reader.next() instanceof DocumentLine.Good good) {
                    texts.add(good.document().text());
                    textBytes += good.document().text().getBytes(StandardCharsets.UTF_8).length;
                }
            }
        }
    }

    /** JSON lines to documents. */
    @Benchmark
    public long parse(Counters counters) throws IOException {
        long sum = 0;
        try (DocumentReader reader = documents()) {
            while (reader.hasNext()) {
                sum += reader.next().number();
            }
        }
        counters.bytes += lines.length;
        return sum;
    }

    /** JSON lines to documents, all views, the content's hash. */
    @Benchmark
    public long parseViewsHash(Counters counters) throws IOException {
        return parseViewsHash(counters, false);
    }

    /** The same, and the number of tokens. */
    @Benchmark
    public long parseViewsHashTokens(Counters counters) throws IOException {
        return parseViewsHash(counters, true);
    }

    /** The views alone. */
    @Benchmark
    public long views(Counters counters) {
        long sum = 0;
        for (String text : texts) {
            sum += TextViews.of(text).folded().text().length();
        }
        counters.bytes += textBytes;
        return sum;
    }

    /** The number of tokens alone. */
    @Benchmark
    public long tokens(Counters counters) {
        long sum = 0;
        for (String text : texts) {
            sum += tokenizer.count(text);
        }
        counters.bytes += textBytes;
        return sum;
    }

    /** The language alone. */
    @Benchmark
    public double language(Counters counters) {
        double sum = 0;
        for (String text : texts) {
            sum += LanguageIdentifier.identify(text).confidence();
        }
        counters.bytes += textBytes;
        return sum;
    }

    private long parseViewsHash(Counters counters, boolean counting) throws IOException {
        long sum = 0;
        try (DocumentReader reader = documents()) {
            while (reader.hasNext()) {
                if (reader.next() instanceof DocumentLine.Good good) {
                    TextViews views = TextViews.of(good.document().text());
                    String clean = views.clean().text();
                    sum += views.folded().text().length()
                            + ContentHash.ofCleanText(clean).hashCode();
                    sum += counting ? tokenizer.count(clean) : 0;
                }
            }
        }
        counters.bytes += lines.length;
        return sum;
    }

    private DocumentReader documents() {
        return DocumentReader.of(new ByteArrayInputStream(lines), ReadLimits.STANDARD);
    }

    private static byte[] head(Path path) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (LineReader reader = LineReader.open(path, ReadLimits.STANDARD)) {
            while (reader.hasNext() && head.size() < SIZE) {
                if (reader.next() instanceof RawLine.Utf8 line) {
                    head.writeBytes(line.bytes());
                    head.write('\n');
                }
            }
        }
        return head.toByteArray();
    }

    private static byte[] madeUp() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder made = new StringBuilder(SIZE + 4096);
        while (made.length() < SIZE) {
            made.append("{\"id\":\"d").append(made.length()).append("\",\"source\":\"made-up\",\"text\":\"");
            for (int i = 0; i < 15; i++) {
                made.append(SENTENCES[random.nextInt(SENTENCES.length)])
                        .append(' ')
                        .append(Integer.toString(random.nextInt(1 << 24), 26));
                made.append(i % 5 == 4 ? ".\\n\\n" : ". ");
            }
            made.append("\"}\n");
        }
        return made.toString().getBytes(StandardCharsets.UTF_8);
    }
}
