package io.scapa.benchmark;

import io.scapa.detection.Assessor;
import io.scapa.detection.AssessorOptions;
import io.scapa.detection.Assessors;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * The full assessment of a document by the shipped model on one core: views, hash, tokens, language, classifier, residue,
 * tampering, placement; no watermark keys. {@code -p corpora=FOLDER} takes the test split of labelled corpora, each document once
 * an operation; without it the documents are made up. {@code -p language=en} takes those of one language. The counters are documents and megabytes of UTF-8 a second.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class AssessmentBenchmark {
    /** The shipped model. */
    @State(Scope.Benchmark)
    public static class Shipped {
        final Assessor assessor = Assessors.shipped(AssessorOptions.standard());
    }

    /** Many documents. */
    @State(Scope.Thread)
    public static class Split {
        /** A folder of labelled corpora, or nothing. */
        @Param("")
        public String corpora;

        /** ISO 639-1 code of the language that is taken, or nothing for all. */
        @Param("")
        public String language;

        private AssessmentTexts texts = new AssessmentTexts(java.util.List.of(), 0);

        /** Reads or makes them. */
        @Setup
        public void prepare() {
            texts = AssessmentTexts.of(corpora, language);
        }
    }

    /** One document of a given length. */
    @State(Scope.Thread)
    public static class OfLength {
        /** Its characters. */
        @Param({"1000", "10000", "100000", "1000000", "8000000"})
        public int characters;

        private Document document = Document.ofText("");

        /** Makes it. */
        @Setup
        public void prepare() {
            document = Document.ofText(AssessmentTexts.prose(characters, new SplittableRandom(7)));
        }
    }

    /** What was worked through. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** How many documents. */
        public long documents;

        /** How many million bytes of UTF-8. */
        public double megabytes;
    }

    /** The whole split, one document after the other. */
    @Benchmark
    public void testSplit(Shipped shipped, Split split, Counters counters, Blackhole hole) {
        for (Document document : split.texts.documents()) {
            hole.consume(shipped.assessor.assess(document));
        }
        counters.documents += split.texts.documents().size();
        counters.megabytes += split.texts.bytes() / 1e6;
    }

    /** One long document: bytes a second that stay the same over the lengths mean that cost is linear. */
    @Benchmark
    public Assessment byLength(Shipped shipped, OfLength text, Counters counters) {
        counters.documents++;
        counters.megabytes += text.characters / 1e6;
        return shipped.assessor.assess(text.document);
    }
}
