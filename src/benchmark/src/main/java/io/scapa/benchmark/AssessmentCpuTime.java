package io.scapa.benchmark;

import io.scapa.detection.Assessor;
import io.scapa.detection.AssessorOptions;
import io.scapa.detection.Assessors;
import io.scapa.provenance.Document;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The figures of {@link AssessmentBenchmark} by the CPU time of their one thread, for machines that others use too: the best of
 * some rounds after a warm-up. Where a core is idle the two agree. Argument: a folder of labelled corpora, or none.
 */
public final class AssessmentCpuTime {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final int[] LENGTHS = {1_000, 10_000, 100_000, 1_000_000, 8_000_000};

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Assessor assessor = Assessors.shipped(AssessorOptions.standard());

    private AssessmentCpuTime() {}

    /** Prints a line for the split, one for its English texts and one for each length. */
    public static void main(String[] args) {
        AssessmentCpuTime timer = new AssessmentCpuTime();
        String corpora = args.length == 0 ? "" : args[0];
        timer.line(corpora.isEmpty() ? "made-up documents" : "test split", AssessmentTexts.of(corpora, ""));
        if (!corpora.isEmpty()) {
            timer.line("test split, English", AssessmentTexts.of(corpora, "en"));
        }
        for (int length : LENGTHS) {
            String text = AssessmentTexts.prose(length, new SplittableRandom(7));
            List<Document> same =
                    java.util.Collections.nCopies(Math.max(1, 10_000_000 / length), Document.ofText(text));
            timer.line("characters " + length, new AssessmentTexts(same, (long) same.size() * text.length()));
        }
    }

    private void line(String name, AssessmentTexts texts) {
        List<Document> documents = texts.documents();
        long bytes = texts.bytes();
        long least = Long.MAX_VALUE;
        long used = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = clock.getCurrentThreadCpuTime();
            for (Document document : documents) {
                used += assessor.assess(document).tokens();
            }
            long taken = clock.getCurrentThreadCpuTime() - start;
            least = round < WARM_UP ? least : Math.min(least, taken);
        }
        System.out.printf(
                Locale.ROOT,
                "%-24s %,8d documents %,12d bytes %,12d tokens %,10.0f documents/s %8.2f MB/s%n",
                name,
                documents.size(),
                bytes,
                used / (WARM_UP + ROUNDS),
                documents.size() / (least / 1e9),
                bytes / 1e6 / (least / 1e9));
    }
}
