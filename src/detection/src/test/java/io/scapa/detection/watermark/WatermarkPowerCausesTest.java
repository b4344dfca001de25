package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.watermark.random.TorchRandom;
import io.scapa.statistics.SeededStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What short texts' power depends on: each row changes one thing of {@link WatermarkPowerStudyTest}, each column the tokens
 * or what is counted. And a check of the sampler against a list made anew for every position.
 */
@Tag("long")
class WatermarkPowerCausesTest {
    private static final int VOCABULARY = Profiles.VOCABULARY;
    private static final int TEXTS = Integer.getInteger("scapa.texts", 300);
    private static final int[] LENGTHS = {25, 50};
    private static final Map<String, Object> LEFTHASH = Map.of();
    private static final Map<String, Object> SELFHASH =
            Map.of("seedingScheme", "selfhash", "contextWidth", 4, "delta", 2.5);
    private static final int WARM_UP = 50;
    private static final long KEY = 15485863;
    private static SharpenedBigrams.Bigrams smoothedBigrams;
    private static SharpenedBigrams.Bigrams flooredBigrams;

    @BeforeAll
    static void count() {
        List<int[]> texts = StudyTexts.tokens(288_000);
        smoothedBigrams = SharpenedBigrams.smoothed(texts, VOCABULARY);
        flooredBigrams = SharpenedBigrams.floored(texts, VOCABULARY, 0.02);
    }

    /** How one row writes its texts. */
    private record Way(Map<String, Object> parameters, SharpenedBigrams model, boolean keyEach, boolean warm) {
        /** Tokens before the first that can be judged. */
        int context() {
            return parameters.equals(SELFHASH) ? 3 : 1;
        }

        int[] start(int text) {
            SplittableRandom random = new SplittableRandom(1000 + text);
            return warm ? model.unmarked(WARM_UP, random) : new int[] {random.nextInt(VOCABULARY)};
        }

        WatermarkDetector detector(int text, WatermarkOptions options) {
            String key = Long.toString(keyEach ? KEY + 2L * text : KEY);
            return new WatermarkDetector(Profiles.of("transformers-kgw", key, parameters), options);
        }

        /** The start's last tokens, as many as a context has, and those written after them. */
        int[] write(int text, WatermarkDetector detector) {
            RandomGenerator random = new SeededStreams(7).stream("watermark-power", text);
            WatermarkSampler sampler = new WatermarkSampler(detector);
            int[] start = start(text);
            int[] tokens = Arrays.copyOf(start, start.length + LENGTHS[1]);
            for (int i = start.length; i < tokens.length; i++) {
                int[] context = Arrays.copyOf(tokens, i);
                tokens[i] = sampler.sample(model.after(context), context, random);
            }
            return Arrays.copyOfRange(tokens, Math.max(0, start.length - context()), tokens.length);
        }
    }

    @ParameterizedTest
    @CsvSource({"lefthash, 4.1, 1.0", "lefthash, 2.9, 0.7", "selfhash, 2.9, 0.7", "lefthash, 1.55, 0.4"})
    void oneThingIsChangedAtATime(String seeding, double nats, double temperature) {
        Map<String, Object> parameters = seeding.equals("selfhash") ? SELFHASH : LEFTHASH;
        SharpenedBigrams smoothed = SharpenedBigrams.withEntropy(smoothedBigrams, VOCABULARY, nats);
        SharpenedBigrams floored = SharpenedBigrams.withEntropy(flooredBigrams, VOCABULARY, nats);
        System.out.printf(Locale.ROOT, "%s, %.2f nats%n", seeding, nats);
        row("as in the study", new Way(parameters, smoothed, false, false));
        row("a key for each text", new Way(parameters, smoothed, true, false));
        row("after 50 unmarked tokens", new Way(parameters, smoothed, false, true));
        row("mixed with 2% uniform", new Way(parameters, floored, false, false));
        SharpenedBigrams given = new SharpenedBigrams(flooredBigrams, VOCABULARY, temperature);
        row("mixed with 2% uniform, given temperature", new Way(parameters, given, false, false));
        row("the same, a key for each text", new Way(parameters, given, true, false));
    }

    private static void row(String name, Way way) {
        StringBuilder rates = new StringBuilder();
        int[][] texts = IntStream.range(0, TEXTS)
                .mapToObj(text -> way.write(text, way.detector(text, WatermarkOptions.STANDARD)))
                .toArray(int[][]::new);
        for (Counting counting : List.of(Counting.DISTINCT, Counting.DISTINCT_NGRAMS, Counting.ALL)) {
            for (int length : LENGTHS) {
                for (int scorable : new int[] {0, way.context()}) {
                    rates.append(String.format(Locale.ROOT, " %.3f |", rate(way, texts, counting, length + scorable)));
                }
            }
        }
        double[] entropies = way.model().entropies();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f |%s%n",
                name,
                way.model().temperature(),
                SharpenedBigrams.mean(entropies),
                (double) Arrays.stream(entropies).filter(h -> h < 0.5).count() / entropies.length,
                rates);
    }

    /** The share of texts whose first tokens reach z of 4. */
    private static double rate(Way way, int[][] texts, Counting counting, int length) {
        WatermarkOptions standard = WatermarkOptions.STANDARD;
        WatermarkOptions options =
                new WatermarkOptions(counting, standard.level(), standard.leastScored(), standard.markedShare());
        long found = IntStream.range(0, texts.length)
                .filter(text -> way.detector(text, options)
                                .test(Arrays.copyOf(texts[text], Math.min(length, texts[text].length)))
                                .z()
                        >= 4)
                .count();
        return (double) found / texts.length;
    }

    /**
     * At about 4.1 nats: green counts less what the raised distribution says, in standard deviations; the list is torch's own
     * permutation.
     */
    @Test
    void theSamplerDrawsGreenTokensAsOftenAsTheRaisedDistributionSays() {
        SharpenedBigrams model = new SharpenedBigrams(smoothedBigrams, VOCABULARY, 0.82);
        Way way = new Way(LEFTHASH, model, false, false);
        double excess = 0;
        double variance = 0;
        int positions = 0;
        for (int text = 0; text < TEXTS / 5; text++) {
            int[] tokens = way.write(text, way.detector(text, WatermarkOptions.STANDARD));
            for (int i = 1; i < tokens.length; i++) {
                double[] p = model.after(new int[] {tokens[i - 1]});
                int[] green =
                        Arrays.copyOf(new TorchRandom(KEY * tokens[i - 1]).permutation(VOCABULARY), VOCABULARY / 4);
                double mass = IntStream.of(green).mapToDouble(token -> p[token]).sum();
                double raised = mass * Math.exp(2) / (1 + mass * (Math.exp(2) - 1));
                int token = tokens[i];
                excess += (IntStream.of(green).anyMatch(one -> one == token) ? 1 : 0) - raised;
                variance += raised * (1 - raised);
                positions++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d positions, excess of green %.1f, z %.2f%n",
                positions,
                excess,
                excess / Math.sqrt(variance));
        assertThat(excess / Math.sqrt(variance)).isBetween(-4.0, 4.0);
    }
}
