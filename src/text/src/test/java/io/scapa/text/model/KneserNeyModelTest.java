package io.scapa.text.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KneserNeyModelTest {
    private static final int VOCABULARY = 23;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void agreesWithTheObviousTwin(int order) {
        List<int[]> texts = texts(11 + order, 40, 30);
        KneserNeyModel model = KneserNeyModel.train(texts, order, VOCABULARY);
        Obvious obvious = new Obvious(texts, order, VOCABULARY);
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 300; trial++) {
            int[] text = texts.get(random.nextInt(texts.size()));
            int[] context = trial % 3 == 0
                    ? random.ints(random.nextInt(7), 0, VOCABULARY).toArray()
                    : Arrays.copyOf(text, random.nextInt(text.length + 1));
            int token = random.nextInt(VOCABULARY);
            assertThat(Math.exp(model.logProbability(context, token)))
                    .isCloseTo(obvious.probability(context, token), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void aDistributionSumsToOneAndAgreesWithSingleProbabilities(int order) {
        List<int[]> texts = texts(3, 30, 25);
        KneserNeyModel model = KneserNeyModel.train(texts, order, VOCABULARY);
        double[] out = new double[VOCABULARY];
        for (int[] context : List.of(new int[0], new int[] {1, 2}, new int[] {22, 22, 22}, texts.getFirst())) {
            model.distribution(context, out);
            assertThat(Arrays.stream(out).sum()).isCloseTo(1, within(1e-12));
            for (int token = 0; token < VOCABULARY; token++) {
                assertThat(out[token])
                        .isPositive()
                        .isCloseTo(Math.exp(model.logProbability(context, token)), within(1e-13));
            }
        }
    }

    @Test
    void samplesFollowTheDistribution() {
        KneserNeyModel model = KneserNeyModel.train(texts(9, 60, 40), 3, VOCABULARY);
        int[] context = {0, 1};
        double[] expected = new double[VOCABULARY];
        model.distribution(context, expected);
        int draws = 200_000;
        int[] counts = new int[VOCABULARY];
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < draws; i++) {
            counts[model.sample(context, random)]++;
        }
        double chiSquare = 0;
        for (int token = 0; token < VOCABULARY; token++) {
            chiSquare += Math.pow(counts[token] - draws * expected[token], 2) / (draws * expected[token]);
        }
        assertThat(chiSquare).as("22 degrees of freedom, p = 1e-4 at 56").isLessThan(56);
    }

    @Test
    void aSequenceScoresAsTheSumOfItsTokens() {
        List<int[]> texts = texts(21, 20, 30);
        KneserNeyModel model = KneserNeyModel.train(texts, 4, VOCABULARY);
        int[] text = texts.get(4);
        double sum = 0;
        for (int i = 0; i < text.length; i++) {
            sum += model.logProbability(Arrays.copyOf(text, i), text[i]);
        }
        assertThat(model.logProbability(text)).isCloseTo(sum, within(1e-9));
        assertThat(model.perplexity(List.of(text))).isCloseTo(Math.exp(-sum / text.length), within(1e-9));
    }

    @Test
    void learnsWhatItSaw() {
        int[] text = new int[600];
        Arrays.setAll(text, i -> i % 3);
        KneserNeyModel model = KneserNeyModel.train(List.of(text), 3, 10);
        assertThat(Math.exp(model.logProbability(new int[] {0, 1}, 2))).isGreaterThan(0.99);
        assertThat(model.perplexity(List.of(text))).isLessThan(1.2);
    }

    @Test
    void refusesWhatItCannotLearnFrom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KneserNeyModel.train(List.of(new int[] {1, 9}), 2, 9))
                .withMessageContaining("[0, 9), got 9 at position 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KneserNeyModel.train(List.of(new int[0]), 2, 9))
                .withMessageContaining("at least one token");
        assertThatIllegalArgumentException().isThrownBy(() -> KneserNeyModel.train(List.of(), 9, 9));
    }

    private static List<int[]> texts(long seed, int number, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> texts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int[] text = new int[random.nextInt(1, length)];
            int previous = random.nextInt(VOCABULARY);
            for (int j = 0; j < text.length; j++) {
                previous = random.nextInt(4) == 0
                        ? (int) (VOCABULARY * Math.pow(random.nextDouble(), 3))
                        : (previous * 7 + 3) % VOCABULARY;
                text[j] = previous;
            }
            texts.add(text);
        }
        return texts;
    }

    /** Kneser-Ney by its definition, over lists in hash maps. */
    private static final class Obvious {
        private final int order;
        private final int vocabulary;
        private final Map<List<Integer>, Integer> raw = new HashMap<>();
        private final Map<List<Integer>, Integer> adjusted = new HashMap<>();

        Obvious(List<int[]> texts, int order, int vocabulary) {
            this.order = order;
            this.vocabulary = vocabulary;
            Map<List<Integer>, Set<Integer>> left = new HashMap<>();
            for (int[] text : texts) {
                List<Integer> padded = new ArrayList<>();
                for (int i = 0; i < order - 1; i++) {
                    padded.add(vocabulary);
                }
                Arrays.stream(text).forEach(padded::add);
                for (int from = 0; from < padded.size(); from++) {
                    for (int k = 1; k <= order && from + k <= padded.size(); k++) {
                        List<Integer> ngram = List.copyOf(padded.subList(from, from + k));
                        raw.merge(ngram, 1, Integer::sum);
                        if (k > 1) {
                            left.computeIfAbsent(ngram.subList(1, k), any -> new HashSet<>())
                                    .add(ngram.getFirst());
                        }
                    }
                }
            }
            raw.forEach((ngram, count) -> {
                if (ngram.getLast() < vocabulary) {
                    boolean counted = ngram.size() == order || ngram.getFirst() == vocabulary;
                    adjusted.put(ngram, counted ? count : left.get(ngram).size());
                }
            });
        }

        double probability(int[] context, int token) {
            List<Integer> padded = new ArrayList<>();
            for (int i = 0; i < order; i++) {
                padded.add(vocabulary);
            }
            Arrays.stream(context).forEach(padded::add);
            return interpolated(padded, 1, 1.0 / vocabulary, token);
        }

        private double interpolated(List<Integer> context, int k, double lower, int token) {
            if (k > order) {
                return lower;
            }
            List<Integer> h = context.subList(context.size() - k + 1, context.size());
            double d = discount(k);
            double total = 0;
            int kinds = 0;
            double own = 0;
            for (int w = 0; w < vocabulary; w++) {
                List<Integer> ngram = new ArrayList<>(h);
                ngram.add(w);
                int count = adjusted.getOrDefault(ngram, 0);
                total += count;
                kinds += count > 0 ? 1 : 0;
                own = w == token ? Math.max(count - d, 0) : own;
            }
            double p = total == 0 ? lower : own / total + d * kinds / total * lower;
            return interpolated(context, k + 1, p, token);
        }

        private double discount(int k) {
            double ones = adjusted.entrySet().stream()
                    .filter(e -> e.getKey().size() == k && e.getValue() == 1)
                    .count();
            double twos = adjusted.entrySet().stream()
                    .filter(e -> e.getKey().size() == k && e.getValue() == 2)
                    .count();
            return ones == 0 ? 0.01 : ones / (ones + 2 * twos);
        }
    }

    @Test
    void whatWasSeenAndTheRestMakeUpTheDistribution() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        List<int[]> texts = new java.util.ArrayList<>();
        for (int t = 0; t < 40; t++) {
            texts.add(random.ints(30, 0, 25).toArray());
        }
        KneserNeyModel model = KneserNeyModel.train(texts, 3, 30);
        for (int[] context : new int[][] {{}, {3}, {3, 4}, {29, 29}}) {
            double[] all = new double[30];
            model.distribution(context, all);
            KneserNeyModel.Seen seen = model.seen(context, context.length);
            for (int token = 0; token < 30; token++) {
                int at = java.util.Arrays.binarySearch(seen.tokens(), token);
                double p = at >= 0 ? seen.probabilities()[at] : seen.backoff() * model.unigram(token);
                assertThat(p).isCloseTo(all[token], within(1e-12));
            }
        }
    }
}
