package io.scapa.detection.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.detection.calibration.LengthThreshold;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.BucketSet;
import io.scapa.detection.features.FeatureFamily;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import io.scapa.detection.features.WordNgrams;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private static final WordNgrams FAMILY = new WordNgrams(2);
    private static final String[] HUMAN = "well stuff kinda guess maybe".split(" ");
    private static final String[] MACHINE = "overall crucial ensure delve notably".split(" ");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    private final PassageModel model = model();
    private final Segmenter segmenter = new Segmenter(model);

    /** A head that likes the machine's words, a unit rule by the window of 45 tokens beyond, a fixed gate. */
    private static PassageModel model() {
        int[] buckets = Arrays.stream(new String[][] {HUMAN, MACHINE})
                .flatMap(Arrays::stream)
                .mapToInt(w -> Hashing.bucket(Hashing.append(0, Hashing.of(w))))
                .sorted()
                .toArray();
        Set<Integer> machine = new HashSet<>();
        Arrays.stream(MACHINE).forEach(w -> machine.add(Hashing.bucket(Hashing.append(0, Hashing.of(w)))));
        float[] idf = new float[buckets.length];
        float[] weights = new float[buckets.length];
        for (int f = 0; f < buckets.length; f++) {
            idf[f] = 1 + 0.125f * f;
            weights[f] = machine.contains(buckets[f]) ? 3 : -3;
        }
        LinearModel head = new LinearModel(FAMILY, buckets, idf, new float[][] {weights}, new float[] {0});
        return new PassageModel(
                "test",
                "en",
                head,
                single(WindowScores.UNIT_INPUTS, 0, 1),
                single(WindowScores.TEXT_INPUTS, 4, 2),
                new LengthThreshold(new double[] {1}, new double[] {1}),
                new LengthThreshold(new double[] {1}, new double[] {0.25}));
    }

    private static StandardisedLogistic single(int size, int input, double weight) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        double[] coefficients = new double[size + 1];
        coefficients[input] = weight;
        return new StandardisedLogistic(new double[size], ones, coefficients);
    }

    @Test
    void windowsScoreAsIfTheyWereTextsOfTheirOwn() {
        FeatureText text = new FeatureText();
        text.read(some(HUMAN, 120) + some(MACHINE, 150) + some(HUMAN, 90), Segmenter.LIMIT);
        TokenNgrams ngrams = new TokenNgrams(model.head());
        ngrams.read(text);
        for (int width : new int[] {1, 2, 7, 40, 200}) {
            SlidingWindow window = new SlidingWindow(ngrams);
            for (int from = 0; from + width <= text.tokens(); from += 1 + random.nextInt(9)) {
                assertThat(window.margin(from, from + width)).isCloseTo(slow(ngrams, from, from + width), within(1e-9));
            }
            window.close();
            assertThat(ngrams.counts()).containsOnly(0);
        }
    }

    /** What the model knows, n-gram by n-gram, whether it was looked up here or found by a model that shares it. */
    @Test
    void ngramsWeighWhatTheModelSays() {
        LinearModel wider = wider(model.head());
        float[] shared = model.head().contributionsIn(wider, 0);
        LinearModel.Scratch found = new LinearModel.Scratch();
        FeatureText text = new FeatureText();
        TokenNgrams own = new TokenNgrams(model.head());
        TokenNgrams given = new TokenNgrams(model.head());
        for (int trial = 0; trial < 20; trial++) {
            text.read(some(HUMAN, random.nextInt(60)) + some(MACHINE, random.nextInt(300)), Segmenter.LIMIT);
            own.read(text);
            wider.score(text, found, new double[wider.heads()], 0);
            given.read(text, found, shared);
            for (int t = 0; t < text.tokens(); t++) {
                for (int size = 1; size <= FAMILY.order(); size++) {
                    int feature = t + size > text.tokens() ? -1 : feature(text, t, size);
                    for (TokenNgrams ngrams : List.of(own, given)) {
                        int id = ngrams.id(t, size);
                        assertThat(ngrams.contributions()[id])
                                .isEqualTo(feature < 0 ? 0 : model.head().contribution(0, feature));
                        assertThat(ngrams.squares()[id])
                                .isEqualTo(feature < 0 ? 0 : model.head().square(feature));
                    }
                }
            }
            assertThat(segmenter.segmentWhereFound(text, found, shared)).isEqualTo(segmenter.segmentWhereFound(text));
        }
    }

    private int feature(FeatureText text, int token, int size) {
        long hash = 0;
        for (int t = token; t < token + size; t++) {
            hash = Hashing.append(hash, text.hash(t));
        }
        return model.head().indexOf(Hashing.bucket(hash));
    }

    /** A model over words and sentences that has every feature of another, and more. */
    private static LinearModel wider(LinearModel part) {
        int[] more = Stream.of("the", "end", "x")
                .mapToInt(w -> Hashing.bucket(Hashing.append(0, Hashing.of(w))))
                .toArray();
        int[] words = IntStream.concat(
                        IntStream.range(0, Hashing.BUCKETS).filter(b -> part.indexOf(b) >= 0), Arrays.stream(more))
                .sorted()
                .toArray();
        int[] buckets = IntStream.concat(Arrays.stream(words), IntStream.of(Hashing.BUCKETS + 7))
                .toArray();
        float[] ones = new float[buckets.length];
        Arrays.fill(ones, 1);
        return new LinearModel(
                FeatureFamily.named(FAMILY.id() + "+sentences", BucketSet.of()),
                buckets,
                ones,
                new float[][] {ones, ones},
                new float[2]);
    }

    /** The obvious twin: the window's distinct n-grams, collected anew. */
    private double slow(TokenNgrams ngrams, int from, int to) {
        Set<Integer> features = new HashSet<>();
        for (int t = from; t < to; t++) {
            for (int size = 1; size <= ngrams.order() && t + size <= to; size++) {
                features.add(ngrams.id(t, size));
            }
        }
        double sum = 0;
        double squares = 0;
        for (int feature : features) {
            sum += ngrams.contributions()[feature];
            squares += ngrams.squares()[feature];
        }
        return squares > 0 ? sum / Math.sqrt(squares) : 0;
    }

    @Test
    void lookingAtTheDecidingWindowsFirstChangesNothing() {
        for (int trial = 0; trial < 40; trial++) {
            String text = some(HUMAN, random.nextInt(400)) + some(MACHINE, random.nextInt(120));
            Segmentation whole = segmenter.segment(text);
            Segmentation found = segmenter.segmentWhereFound(text);
            assertThat(found).isEqualTo(whole.synthetic().isEmpty() ? Segmentation.NONE : whole);
        }
    }

    @Test
    void passagesCoverTheTextWithoutGapsAndUnitsTheTokens() {
        for (int trial = 0; trial < 30; trial++) {
            String text = some(HUMAN, 100 + random.nextInt(200)) + some(MACHINE, 100 + random.nextInt(200));
            Segmentation parts = segmenter.segment(text);
            int at = 0;
            boolean last = !parts.passages().getFirst().synthetic();
            for (Segmentation.Passage passage : parts.passages()) {
                assertThat(passage.span().from()).isEqualTo(at);
                assertThat(passage.synthetic()).isNotEqualTo(last);
                at = passage.span().to();
                last = passage.synthetic();
            }
            assertThat(at).isEqualTo(text.length());
        }
    }

    @Test
    void findsWhereAndHowMuch() {
        double error = 0;
        for (int trial = 0; trial < 20; trial++) {
            String before = some(HUMAN, 150 + random.nextInt(150));
            String middle = some(MACHINE, 300 + random.nextInt(200));
            String after = some(HUMAN, 150);
            Segmentation parts = segmenter.segment(before + middle + after);
            error += Math.abs(parts.syntheticShare() - words(middle) / (double) words(before + middle + after)) / 20;
            assertThat(parts.intervalIfMixed().width()).isBetween(0.25, 0.5);
            assertThat(parts.intervalIfMixed().contains(parts.shareIfMixed())).isTrue();
            assertThat(parts.shareInterval().contains(parts.syntheticShare())).isTrue();
            assertThat(parts.synthetic()).hasSize(1);
            Segmentation.Passage passage = parts.synthetic().getFirst();
            assertThat(passage.span().from()).isCloseTo(before.length(), within(400));
            assertThat(passage.span().to()).isCloseTo(before.length() + middle.length(), within(400));
        }
        assertThat(error).isLessThan(0.12);
    }

    @Test
    void aTextOfOneAuthorIsOnePassage() {
        Segmentation human = segmenter.segment(some(HUMAN, 400));
        assertThat(human.synthetic()).isEmpty();
        assertThat(human.syntheticShare()).isZero();
        Segmentation machine = segmenter.segment(some(MACHINE, 400));
        assertThat(machine.passages()).hasSize(1);
        assertThat(machine.synthetic()).hasSize(1);
        assertThat(machine.syntheticShare()).isGreaterThan(0.9);
        assertThat(machine.shareInterval().upper()).isEqualTo(1);
        assertThat(machine.shareInterval().contains(machine.syntheticShare())).isTrue();
    }

    @Test
    void shortAndStrangeTextsAreNotParted() {
        for (String text : new String[] {"", " \n", some(MACHINE, 100), "\ud800\u0000\u200b", "x".repeat(100_000)}) {
            assertThat(segmenter.segment(text)).isEqualTo(Segmentation.NONE);
        }
    }

    @Test
    void theModelComesBackFromItsBytes() {
        byte[] bytes = model.toBytes();
        PassageModel read = PassageModel.read(ByteBuffer.wrap(bytes), "bytes");
        assertThat(read.toBytes()).isEqualTo(bytes);
        String text = some(HUMAN, 200) + some(MACHINE, 200);
        assertThat(new Segmenter(read).segment(text)).isEqualTo(segmenter.segment(text));
    }

    private String some(String[] habits, int words) {
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < words; w++) {
            text.append(random.nextInt(3) == 0 ? habits[random.nextInt(habits.length)] : "the")
                    .append(w % 9 == 8 ? ". " : " ");
        }
        return text.append("end. ").toString();
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }
}
