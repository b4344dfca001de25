package io.scapa.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Origin;
import io.scapa.statistics.SeededStreams;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten million documents of 60 to 100 words, with near dedup, from reading to a dataset in one heap of 4 GB. Texts are invented
 * on the fly, the same ones in each pass, and so are their lengths. Every twentieth document nearly repeats some earlier one, every fiftieth repeats one
 * exactly, and three in a hundred are notices of which there are only 300 kinds, so that some buckets are crowded; one in ten is
 * shorter than the recipe's filter allows. {@code -Dscapa.scale=N} sets another number. Times are printed, not judged.
 */
@Tag("long")
class TenMillionDocumentsTest {
    private static final int DOCUMENTS = Integer.getInteger("scapa.scale", 10_000_000);
    private static final int NOTICES = 300;
    private static final String[] WORDS = words();

    @TempDir
    private Path folder;

    @Test
    void dedupPlanAndExportFitInFourGigabytes() throws IOException {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(4L << 30);
        Recipe recipe = TestRecipes.balanced(
                DOCUMENTS * 30L,
                "shards: {format: jsonl.zst, documents: 1000000}",
                "nearDedup: true",
                "filters: {minTokens: 64}");
        StageClock clock = new StageClock();
        ExportResult result =
                Curator.standard().export(recipe, Invented::new, folder.resolve("out"), CollapseCheck.none(), clock);
        clock.print("together");

        assertThat(result).isInstanceOf(ExportResult.Exported.class);
        Map<String, Long> aside = ((ExportResult.Exported) result).manifest().dropped();
        System.out.printf(
                Locale.ROOT,
                "%,d documents: %s; heap of %,d MB, the whole process %s%n",
                DOCUMENTS,
                aside,
                Runtime.getRuntime().maxMemory() / 1_000_000,
                peakResident());
        assertThat(aside.get("near")).isGreaterThan(DOCUMENTS / 20);
        assertThat(aside.get("exact")).isGreaterThan(DOCUMENTS / 60);
        assertThat(aside.get("filter tokens")).isGreaterThan(DOCUMENTS / 20);
    }

    private static String peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("unknown")
                        .replaceAll("\\s+", " ")
                : "unknown";
    }

    /** Prints what each stage took: seconds by the clock, then of processor time. */
    private static final class StageClock implements Progress {
        private final long start = System.nanoTime();
        private final long startCpu = processor();
        private long last = start;
        private long lastCpu = startCpu;

        @Override
        public void report(Stage stage, long done, long total) {
            if (done == total) {
                System.out.printf(
                        Locale.ROOT,
                        "%s %.1f/%.1f s%n",
                        stage,
                        (System.nanoTime() - last) / 1e9,
                        (processor() - lastCpu) / 1e9);
                last = System.nanoTime();
                lastCpu = processor();
            }
        }

        private void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %.1f/%.1f s%n",
                    name,
                    (System.nanoTime() - start) / 1e9,
                    (processor() - startCpu) / 1e9);
        }

        private static long processor() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    }

    /** One pass over the invented documents. */
    private static final class Invented implements CandidateSource.Cursor {
        private int next;

        @Override
        public Candidate next() {
            return next < DOCUMENTS ? candidate(next++) : null;
        }

        @Override
        public void close() {}

        private static Candidate candidate(int i) {
            RandomGenerator own = new SplittableRandom(i);
            String text = text(i, own);
            return new Candidate(
                    "doc-" + i,
                    ContentHash.ofCleanText(text),
                    "source-" + i % 20,
                    "en",
                    own.nextInt(10) == 0 ? 40 : 80,
                    Origin.UNDETERMINED,
                    0.5,
                    TestDocuments.pools(own),
                    0,
                    "scale/1",
                    Map.of(),
                    () -> text);
        }

        private static String text(int i, RandomGenerator own) {
            if (i > 100 && i % 20 == 0) {
                int other = own.nextInt(i / 100) * 100 + 7;
                return changed(original(other), own);
            }
            if (i > 100 && i % 50 == 1) {
                return original(own.nextInt(i / 100) * 100 + 9);
            }
            if (i % 100 < 6 && i % 2 == 1) {
                return changed(original(-1 - own.nextInt(NOTICES)), own);
            }
            return original(i);
        }

        private static String original(int i) {
            RandomGenerator random = new SplittableRandom(i ^ 0x5CA9AL << 32);
            StringBuilder text = new StringBuilder(560);
            int length = 60 + random.nextInt(41);
            for (int w = 0; w < length; w++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            return text.append("end.").toString();
        }

        /** Another last word and another first one: ten of at least 62 shingles and their copies differ. */
        private static String changed(String text, RandomGenerator random) {
            return WORDS[random.nextInt(WORDS.length)]
                    + text.substring(text.indexOf(' '))
                    + WORDS[random.nextInt(WORDS.length)];
        }
    }

    private static String[] words() {
        RandomGenerator random = new SeededStreams(3).stream("words", 0);
        String[] words = new String[20_000];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.toString(random.nextInt(36 * 36, 36 * 36 * 36 * 36), 36);
        }
        return words;
    }
}
