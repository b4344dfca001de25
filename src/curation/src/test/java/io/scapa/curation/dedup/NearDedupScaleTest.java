package io.scapa.curation.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.plan.CellKey;
import io.scapa.curation.recipe.NearDedupSettings;
import io.scapa.curation.table.CandidateTable;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import io.scapa.statistics.SeededStreams;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Speed of signatures by processor time of one thread, and memory of the index by the documents. Printed, not judged, but for memory. */
@Tag("long")
class NearDedupScaleTest {
    private static final int DOCUMENTS = Integer.getInteger("scapa.scale", 1_000_000);

    @Test
    void signatures() {
        RandomGenerator random = new SeededStreams(1).stream("speed", 0);
        String[] texts = new String[2000];
        long bytes = 0;
        for (int i = 0; i < texts.length; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 1300) {
                text.append("word").append(random.nextInt(20_000)).append(' ');
            }
            texts[i] = text.toString();
            bytes += text.length();
        }
        WordShingles shingles = new WordShingles(5);
        BandHasher hasher = new BandHasher(NearDedupSettings.standard());
        int sum = 0;
        for (int run = 1; run <= 6; run++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (String text : texts) {
                sum += hasher.bands(shingles.of(text))[0];
            }
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "signatures: run %d, %.1f MB/s of one core (%d)%n", run, bytes / 1e6 / seconds, sum);
        }
    }

    @Test
    void tenMillionDocumentsFitInFourGigabytes() {
        long before = used();
        CandidateTable table = new CandidateTable();
        BandTable bands = new BandTable(NearDedupSettings.standard().bands());
        RandomGenerator random = new SeededStreams(2).stream("memory", 0);
        CellKey cell = new CellKey(Pool.FRESH_HUMAN, 0, "");
        ContentHash hash = ContentHash.ofCleanText("one");
        int[] pools = {0, 0, 0, 1_000_000};
        for (int i = 0; i < DOCUMENTS; i++) {
            table.add(new CandidateTable.Row(
                    "doc-" + i,
                    hash,
                    new long[] {random.nextLong(), random.nextLong()},
                    random.nextLong(),
                    pools,
                    0,
                    100,
                    cell,
                    "s",
                    "r"));
            bands.add(random.ints(NearDedupSettings.standard().bands()).toArray());
        }
        double each = (double) (used() - before) / DOCUMENTS;
        System.out.printf(
                Locale.ROOT,
                "index: %,d documents, %.0f bytes each, %.2f GB for 10 million%n",
                table.size(),
                each,
                each * 1e7 / 1e9);
        assertThat(bands).isNotNull();
        assertThat(each * 1e7).isLessThan(4e9);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
