package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.statistics.Normal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Power on texts that the samplers mark from a bigram model of human text at about 4, 3 and 1.5 nats a token, against rates
 * that an independent program measured on such models, a model of as many tokens, by the same rule: z of at least 4 over
 * distinct n-grams (p of at most its normal tail for Gumbel scores). Fisher's exact test, Bonferroni over the cells, says
 * whether a rate is below the reference. The rate by the exact p-value is printed beside: binomial tails of z at least 4 are
 * larger than the normal one, so the exact rule asks for more.
 */
@Tag("long")
class WatermarkPowerStudyTest {
    private static final int VOCABULARY = 50_257;
    private static final int TRAINING_TOKENS = 288_000;
    private static final int TEXTS = Integer.getInteger("scapa.texts", 150);
    private static final int CELLS = 40;
    private static final double Z = 4;
    private static final double LEVEL = Normal.upperTail(Z);
    private static final Map<Double, SharpenedBigrams> MODELS = new HashMap<>();
    private static SharpenedBigrams.Bigrams bigrams;

    private static SharpenedBigrams model(double nats) {
        if (bigrams == null) {
            bigrams = SharpenedBigrams.smoothed(StudyTexts.tokens(TRAINING_TOKENS), VOCABULARY);
        }
        return MODELS.computeIfAbsent(nats, entropy -> SharpenedBigrams.withEntropy(bigrams, VOCABULARY, entropy));
    }

    /** The reference's rate at each length, and how many texts it is made of. */
    @ParameterizedTest
    @CsvSource({
        "transformers-kgw, 4.1, 150, 25:0.90 50:1 100:1, ",
        "transformers-kgw, 2.9, 150, 25:0.71 50:0.98 100:1, ",
        "transformers-kgw, 1.55, 150, 25:0.24 50:0.56 100:0.92 200:1, ",
        "transformers-kgw, 2.9, 150, 25:0.06 50:0.26 100:0.65 200:0.95, delta=1",
        "transformers-kgw, 2.9, 40, 25:0.80 50:1 100:1, seedingScheme=selfhash contextWidth=4 delta=2.5",
        "tgi, 2.9, 150, 25:0.18 50:0.80 100:1, ",
        "tgi, 1.55, 150, 25:0.01 50:0.17 100:0.56 200:0.97, ",
        "vllm-gumbel, 1.55, 100, 25:0.64 50:1 100:1, ",
        "synthid-transformers, 2.9, 120, 25:1 50:1, ",
        "synthid-transformers, 1.55, 120, 25:0.64 50:0.99 100:1, ",
        "unigram, 2.9, 150, 50:0.10 100:0.70 200:1, ",
        "unigram, 1.55, 150, 100:0.01 200:0.23 400:0.83, "
    })
    void isNotBelowTheReference(String scheme, double nats, int referenceTexts, String reference, String parameters) {
        String key = scheme.startsWith("synthid") ? synthIdKeys() : "15485863";
        WatermarkDetector detector =
                new WatermarkDetector(Profiles.of(scheme, key, parameters(parameters)), WatermarkOptions.STANDARD);
        SharpenedBigrams model = model(nats);
        double[] entropies = model.entropies();
        System.out.printf(
                "%s %s: %.2f nats a token, %.0f%% of positions below 0.5%n",
                scheme,
                parameters,
                SharpenedBigrams.mean(entropies),
                100.0 * Arrays.stream(entropies).filter(h -> h < 0.5).count() / entropies.length);
        String[] cells = reference.split(" ");
        int longest = Integer.parseInt(cells[cells.length - 1].split(":")[0]);
        int[][] texts = IntStream.range(0, TEXTS)
                .mapToObj(text -> WatermarkPower.write(detector, model, longest, 7, text))
                .toArray(int[][]::new);
        for (String cell : cells) {
            int length = Integer.parseInt(cell.split(":")[0]);
            double rate = Double.parseDouble(cell.split(":")[1]);
            compare(detector, texts, length, rate, referenceTexts);
        }
    }

    private static void compare(
            WatermarkDetector detector, int[][] texts, int length, double reference, int referenceTexts) {
        List<WatermarkResult> results = Arrays.stream(texts)
                .map(text -> detector.test(Arrays.copyOf(text, length)))
                .toList();
        boolean gumbel = detector.profile().scheme().startsWith("vllm");
        int found = (int) results.stream()
                .filter(result -> gumbel ? result.pValue() <= LEVEL : result.z() >= Z)
                .count();
        int exact = (int)
                results.stream().filter(result -> result.pValue() <= LEVEL).count();
        int expected = (int) Math.round(reference * referenceTexts);
        double p = Hypergeometric.upperTail(expected, texts.length + referenceTexts, found + expected, referenceTexts);
        System.out.printf(
                "  %d tokens, %.1f distinct: %.3f (reference %.2f, p %.3f), by the exact p-value %.3f%n",
                length,
                results.stream().mapToInt(WatermarkResult::scored).average().orElse(0),
                (double) found / texts.length,
                reference,
                p,
                (double) exact / texts.length);
        assertThat(p).as(detector.profile() + " at " + length).isGreaterThan(0.01 / CELLS);
    }

    private static Map<String, Object> parameters(String text) {
        Map<String, Object> parameters = new HashMap<>();
        for (String one : text == null ? new String[0] : text.split(" ")) {
            String[] parts = one.split("=");
            parameters.put(
                    parts[0],
                    switch (parts[0]) {
                        case "contextWidth" -> Integer.valueOf(parts[1]);
                        case "delta" -> Double.valueOf(parts[1]);
                        default -> parts[1];
                    });
        }
        return parameters;
    }

    private static String synthIdKeys() {
        return IntStream.range(0, 30)
                .mapToObj(i -> Integer.toString(600 + 37 * i))
                .collect(Collectors.joining(","));
    }
}
