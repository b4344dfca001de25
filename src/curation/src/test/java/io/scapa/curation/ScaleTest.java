package io.scapa.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.io.DocumentFiles;
import io.scapa.curation.io.LineFaults;
import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import io.scapa.statistics.SeededStreams;
import io.scapa.text.io.LineWriter;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.Json;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million assessed documents of 1.3 kB from files to a dataset, with the seconds of each stage. {@code -Dscapa.scale=N} sets
 * another number of documents. Every twentieth document is nearly, every fiftieth exactly one that was before. Each figure stands
 * as wall time, then processor time; it is printed, not judged.
 */
@Tag("long")
class ScaleTest {
    private static final int DOCUMENTS = Integer.getInteger("scapa.scale", 1_000_000);
    private static final int VOCABULARY = 20_000;
    private static final int RECENT = 1_000;
    private static final String[] COMMON = {"the", "and", "of", "to", "with"};

    @TempDir
    private Path folder;

    @Test
    void exportsAMillionDocuments() throws IOException {
        long tokens = write();
        DocumentFiles source = new DocumentFiles(
                List.of(folder.resolve("documents.jsonl")),
                List.of(folder.resolve("assessments.jsonl")),
                AssessmentSource.none(),
                Tokenizers.DEFAULT,
                LineFaults.ignored());

        export(
                "exact",
                source,
                TestRecipes.balanced(
                        tokens / 2, "shards: {format: jsonl.zst}", "maxAlpha: {share: 0.4, confidence: 0.95}"));
        export(
                "near dedup and quality filters",
                source,
                TestRecipes.balanced(
                        tokens / 3,
                        "shards: {format: jsonl.zst}",
                        "nearDedup: true",
                        "filters: {gopherQuality: true, gopherRepetition: true, c4: true, fineweb: true}"));
    }

    private void export(String name, DocumentFiles source, Recipe recipe) throws IOException {
        long start = System.nanoTime();
        long cpu = processor();
        StageClock clock = new StageClock();
        ExportResult result =
                Curator.standard().export(recipe, source, folder.resolve(name), CollapseCheck.none(), clock);

        assertThat(result).isInstanceOf(ExportResult.Exported.class);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d documents in %.1f s, %.1f s of processor time, on %d processors with %,d MB of heap (%s)%n",
                name,
                DOCUMENTS,
                (System.nanoTime() - start) / 1e9,
                (processor() - cpu) / 1e9,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / 1_000_000,
                clock.words);
    }

    /** Nanoseconds of processor time of this process, the collector of garbage and the compiler included. */
    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Notes when each stage ended. */
    private static final class StageClock implements Progress {
        private final StringBuilder words = new StringBuilder();
        private long last = System.nanoTime();
        private long lastCpu = processor();

        @Override
        public void report(Stage stage, long done, long total) {
            if (done == total) {
                words.append(String.format(
                        Locale.ROOT,
                        "%s %.1f/%.1f s ",
                        stage,
                        (System.nanoTime() - last) / 1e9,
                        (processor() - lastCpu) / 1e9));
                last = System.nanoTime();
                lastCpu = processor();
            }
        }
    }

    private long write() throws IOException {
        RandomGenerator random = new SeededStreams(1).stream("scale", 0);
        String[] words = new String[VOCABULARY];
        for (int i = 0; i < VOCABULARY; i++) {
            words[i] = Integer.toString(i + 1296, 36);
        }
        Tokenizer tokenizer = Tokenizers.named(Tokenizers.DEFAULT);
        String[] recent = new String[RECENT];
        long tokens = 0;
        try (LineWriter documents = LineWriter.open(folder.resolve("documents.jsonl"));
                LineWriter assessments = LineWriter.open(folder.resolve("assessments.jsonl"))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                String text = i > RECENT && i % 20 == 0
                        ? nearCopy(recent[random.nextInt(RECENT)], random)
                        : i > RECENT && i % 50 == 1 ? recent[random.nextInt(RECENT)] : text(random, words);
                recent[i % RECENT] = text;
                int count = tokenizer.count(text);
                documents.write(Json.mapper()
                        .createObjectNode()
                        .put("id", "doc-" + i)
                        .put("text", text)
                        .put("source", "source-" + i % 20)
                        .put("uri", "https://example.org/" + i)
                        .toString());
                assessments.write(AssessmentJson.toJson(assessment("doc-" + i, text, count, random))
                        .toString());
                tokens += count;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d documents, %,d tokens, %,d MB%n",
                DOCUMENTS,
                tokens,
                Files.size(folder.resolve("documents.jsonl")) / 1_000_000);
        return tokens;
    }

    private static String text(RandomGenerator random, String[] words) {
        StringBuilder text = new StringBuilder(1400);
        while (text.length() < 1300) {
            text.append(
                            random.nextInt(8) == 0
                                    ? COMMON[random.nextInt(COMMON.length)]
                                    : words[random.nextInt(VOCABULARY)])
                    .append(random.nextInt(12) == 0 ? ".\n" : " ");
        }
        return text.append("end.").toString();
    }

    /** One to three words in another spelling. */
    private static String nearCopy(String text, RandomGenerator random) {
        String[] words = text.split(" ");
        for (int i = 0; i <= random.nextInt(3); i++) {
            words[random.nextInt(words.length)] = "other" + random.nextInt(1000);
        }
        return String.join(" ", words);
    }

    private static Assessment assessment(String id, String text, int tokens, RandomGenerator random) {
        SyntheticScore score =
                new SyntheticScore(0, 0.5, 0.5, new Interval(0, 1), null, Verdict.undetermined("invented"));
        return new Assessment(
                id,
                ContentHash.ofCleanText(text),
                "en",
                tokens,
                score,
                List.of(),
                new DocumentProvenance(Origin.UNDETERMINED, null, TestDocuments.pools(random), 0),
                "scale/1");
    }
}
