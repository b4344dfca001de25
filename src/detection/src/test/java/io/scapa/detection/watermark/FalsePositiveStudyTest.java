package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.training.CorpusReader;
import io.scapa.detection.training.LabelledDocument;
import io.scapa.statistics.ClopperPearson;
import io.scapa.testing.SharedFolder;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often human text passes each test, at p of at most 1e-3 with random keys: no cell's lower 99% limit (Bonferroni over
 * the cells) may lie above 1e-3. Writes its table to {@code target/watermark-false-positives.md}; about 20 minutes of one core.
 *
 * {@code scapa.schemes} (a regular expression on the table's first column) picks some of the schemes.
 *
 * <pre>{@code mvn -Plong -pl src/detection -am test -Dtest=FalsePositiveStudyTest -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
@Tag("long")
class FalsePositiveStudyTest {
    private static final double LEVEL = 1e-3;
    private static final double CONFIDENCE = 0.99;
    private static final int KEYS = 20;
    private static final int SAMPLE = 500;
    private static final int PHRASE = 60;
    /** Every context hash of the reference implementation beside its default, {@code selfhash}. */
    private static final List<String> LM_WATERMARKING = List.of(
            "lefthash",
            "minhash",
            "skipgram",
            "ff-additive_prf-4-False",
            "ff-multiplicative_prf-2-False",
            "ff-minfunc_prf-4-False",
            "ff-simple_skip_prf-4-False",
            "ff-anchored_skipgram_prf-4-True",
            "ff-minskipgram_prf-4-False",
            "ff-noncomm_prf-3-True",
            "ff-position_prf-4-False");

    private static final int[] LENGTHS = {50, 100, 200, 400, 800};

    /** A scheme under test; hash-only ones are cheap and read every text. */
    private record Subject(String scheme, Map<String, Object> parameters, boolean cheap) {
        String label() {
            return parameters.isEmpty() ? scheme : scheme + " " + new TreeMap<>(parameters);
        }
    }

    /** Trials and passes of one cell; passes by text for resampling. */
    private record Cell(Subject subject, String kind, int length, int[] passes) {
        long hits() {
            return Arrays.stream(passes).sum();
        }

        long trials() {
            return (long) passes.length * KEYS;
        }

        double lower(double confidence) {
            return ClopperPearson.lower(hits(), trials(), confidence);
        }

        /** The share's lower quantile over resampled texts. */
        double resampledLower(double confidence) {
            SplittableRandom random = new SplittableRandom(length);
            double[] shares = new double[2000];
            for (int i = 0; i < shares.length; i++) {
                long sum = 0;
                for (int j = 0; j < passes.length; j++) {
                    sum += passes[random.nextInt(passes.length)];
                }
                shares[i] = (double) sum / trials();
            }
            Arrays.sort(shares);
            return shares[(int) (shares.length * (1 - confidence))];
        }
    }

    private static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (WatermarkScheme scheme : WatermarkSchemes.all()) {
            boolean cheap = scheme.name().matches("vllm.*|synthid.*|unigram|textseal");
            subjects.add(new Subject(scheme.name(), Map.of(), cheap));
        }
        subjects.add(new Subject("transformers-kgw", Map.of("seedingScheme", "selfhash", "contextWidth", 4), false));
        subjects.add(new Subject("textseal", Map.of("method", "binary"), true));
        for (String seeding : LM_WATERMARKING) {
            subjects.add(new Subject("lm-watermarking", Map.of("seedingScheme", seeding), false));
        }
        for (String hash : List.of("additive", "skip", "min")) {
            subjects.add(new Subject("markllm-kgw", Map.of("fScheme", hash, "prefixLength", 3), false));
        }
        String wanted = System.getProperty("scapa.schemes", ".*");
        subjects.removeIf(subject -> !subject.label().matches(wanted));
        subjects.sort(Comparator.comparing(Subject::cheap).reversed());
        return subjects;
    }

    @Test
    void humanTextPassesNoMoreOftenThanTheLevelAllows() throws IOException {
        List<int[]> human = humanTexts();
        List<int[]> sample = human.subList(0, Math.min(SAMPLE, human.size()));
        List<Cell> cells = new ArrayList<>();
        Path table =
                Path.of(System.getProperty("scapa.root", "."), "src/detection/target/watermark-false-positives.md");
        for (Subject subject : subjects()) {
            cells.addAll(cells(subject, "human", subject.cheap() ? human : sample));
            cells.addAll(cells(
                    subject,
                    "repetitive",
                    sample.stream().map(FalsePositiveStudyTest::repeated).toList()));
            Files.writeString(table, table(cells, limit(cells), human.size(), sample.size()));
            System.out.println(subject.label() + " done");
        }
        double confidence = limit(cells);
        assertThat(cells)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.lower(confidence))
                        .as(cell.subject().label() + " " + cell.kind() + " " + cell.length())
                        .isLessThanOrEqualTo(LEVEL));
    }

    /** The confidence of one cell's limit by which all of them hold together. */
    private static double limit(List<Cell> cells) {
        return 1 - (1 - CONFIDENCE) / cells.size();
    }

    /** Human texts of at least 50 tokens, in a seeded order. */
    private static List<int[]> humanTexts() throws IOException {
        Tokenizer tokenizer = Tokenizers.named("r50k_base");
        List<LabelledDocument> documents = new ArrayList<>();
        Path folder = SharedFolder.require("corpora");
        for (Path file : CorpusReader.files(List.of(folder))) {
            new CorpusReader().read(file, document -> {
                if (document.isCleanHuman()) {
                    documents.add(document);
                }
            });
        }
        assertThat(documents).isNotEmpty();
        Collections.shuffle(documents, new Random(11));
        return documents.stream()
                .map(document -> tokenizer.encode(document.text()))
                .filter(tokens -> tokens.length >= LENGTHS[0])
                .map(tokens -> Arrays.copyOf(tokens, Math.min(tokens.length, LENGTHS[LENGTHS.length - 1])))
                .toList();
    }

    /** The text's first phrase over and over, every tenth token replaced by one of the rest of the text. */
    private static int[] repeated(int[] text) {
        int phrase = Math.min(PHRASE, text.length);
        SplittableRandom random = new SplittableRandom(text[0] * 31L + text.length);
        return IntStream.range(0, LENGTHS[LENGTHS.length - 1])
                .map(i -> i % 10 == 9 ? text[random.nextInt(text.length)] : text[i % phrase])
                .toArray();
    }

    private static List<Cell> cells(Subject subject, String kind, List<int[]> texts) {
        List<List<int[]>> eligible = Arrays.stream(LENGTHS)
                .mapToObj(length ->
                        texts.stream().filter(text -> text.length >= length).toList())
                .toList();
        List<int[]> passes = eligible.stream().map(list -> new int[list.size()]).toList();
        SplittableRandom keys = new SplittableRandom(subject.label().hashCode());
        for (int k = 0; k < KEYS; k++) {
            PreparedWatermark prepared = prepared(subject, keys);
            int[] next = new int[LENGTHS.length];
            Threshold threshold = new Threshold();
            for (int[] text : texts) {
                Scores scores = prepared.score(text, Counting.DISTINCT);
                for (int i = 0; i < LENGTHS.length && text.length >= LENGTHS[i]; i++) {
                    passes.get(i)[next[i]++] += passes(scores, LENGTHS[i], threshold) ? 1 : 0;
                }
            }
        }
        return IntStream.range(0, LENGTHS.length)
                .mapToObj(i -> new Cell(subject, kind, LENGTHS[i], passes.get(i)))
                .filter(cell -> cell.passes().length > 0)
                .toList();
    }

    private static PreparedWatermark prepared(Subject subject, SplittableRandom keys) {
        String key = subject.scheme().startsWith("synthid")
                ? keys.longs(30).mapToObj(Long::toString).collect(Collectors.joining(","))
                : Long.toString(1 + keys.nextLong(1L << 40));
        return Profiles.prepared(subject.scheme(), key, subject.parameters());
    }

    /** A prefix's score: positions are judged alone, so a longer text's values hold for its beginning. */
    private static boolean passes(Scores scores, int length, Threshold threshold) {
        int scored = 0;
        double sum = 0;
        while (scored < scores.scored() && scores.positions()[scored] < length) {
            sum += scores.values()[scored++];
        }
        return scored > 0 && threshold.reached(scores.model(), sum, scored);
    }

    /** Where sums begin to pass under one law; larger sums pass where smaller ones do, so few p-values need computing. */
    private static final class Threshold {
        private final double[] fails = new double[LENGTHS[LENGTHS.length - 1] + 1];
        private final double[] passes = new double[fails.length];
        private NullModel law;

        boolean reached(NullModel model, double sum, int scored) {
            if (!model.equals(law)) {
                law = model;
                Arrays.fill(fails, Double.NEGATIVE_INFINITY);
                Arrays.fill(passes, Double.POSITIVE_INFINITY);
            }
            if (sum > fails[scored] && sum < passes[scored]) {
                double[] side = model.pValue(sum, scored) <= LEVEL ? passes : fails;
                side[scored] = sum;
            }
            return sum >= passes[scored];
        }
    }

    private static String table(List<Cell> cells, double confidence, int all, int sampled) {
        StringBuilder table = new StringBuilder();
        table.append("| scheme | text | tokens | texts | trials | passes | share | lower limit | resampled texts |\n");
        table.append("|---|---|---|---|---|---|---|---|---|\n");
        for (Cell cell : cells) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d | %d | %.2e | %.2e | %.2e |%n",
                    cell.subject().label(),
                    cell.kind(),
                    cell.length(),
                    cell.passes().length,
                    cell.trials(),
                    cell.hits(),
                    (double) cell.hits() / cell.trials(),
                    cell.lower(confidence),
                    cell.resampledLower(CONFIDENCE)));
        }
        return table.append(String.format(
                        Locale.ROOT,
                        "%n%d human texts, %d sampled for permutation schemes, %d keys, %d cells.%n",
                        all,
                        sampled,
                        KEYS,
                        cells.size()))
                .toString();
    }
}
