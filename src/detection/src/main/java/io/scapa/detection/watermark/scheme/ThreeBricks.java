package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.Device;
import io.scapa.detection.watermark.LibraryFigures;
import io.scapa.detection.watermark.Marker;
import io.scapa.detection.watermark.Parameters;
import io.scapa.detection.watermark.PreparedWatermark;
import io.scapa.detection.watermark.Scores;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkScheme;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * "Three bricks to consolidate watermarks" (Fernandez et al., 2023), from its formulas: the tokens before are folded into a
 * seed by s = s * 35317 + x mod (2^64 - 1), which seeds a green list ({@code maryland}) or the uniforms of a Gumbel mark
 * ({@code openai}). The key is the fold's start. Scoring begins one position later than it could.
 */
public final class ThreeBricks implements WatermarkScheme {
    private static final long SALT = 35317;
    private static final int NUMPY_BLOCK = 128;
    private static final int NUMPY_LANES = 8;
    private static final double LIBRARY_LEVEL = 1e-5;

    private final boolean greenList;

    private ThreeBricks(boolean greenList) {
        this.greenList = greenList;
    }

    /** The green-list rule. */
    public static ThreeBricks maryland() {
        return new ThreeBricks(true);
    }

    /** The Gumbel rule. */
    public static ThreeBricks openai() {
        return new ThreeBricks(false);
    }

    private record Settings(int ngram, double gamma, double delta, String repeats, long key) {}

    private static Settings settings(WatermarkProfile profile) {
        Parameters given = profile.read();
        Settings settings = new Settings(
                given.integer("ngram", 1, 1, 64),
                given.between("gamma", 0.5, 0, 1),
                given.between("delta", 2.0, 0, 100),
                given.word("deduplicate", "v2", List.of("none", "v1", "v2")),
                profile.keyIn(BigInteger.ZERO, BigInteger.valueOf(Long.MAX_VALUE)));
        given.end();
        return settings;
    }

    @Override
    public String name() {
        return greenList ? "three-bricks-maryland" : "three-bricks-openai";
    }

    @Override
    public String description() {
        return greenList ? "Three bricks, green lists" : "Three bricks, exponential scores";
    }

    @Override
    public void check(WatermarkProfile profile) {
        settings(profile);
        if (!greenList) {
            TorchUniforms.requireCpu(profile);
        }
    }

    @Override
    public PreparedWatermark prepare(WatermarkProfile profile) {
        Settings settings = settings(profile);
        Rule rule = new Rule(settings.ngram(), settings.key());
        int vocabulary = profile.vocabularySize();
        return greenList
                ? new Bricks(rule, settings, list(profile.device(), vocabulary, settings.gamma()), vocabulary)
                : new Bricks(rule, settings, null, vocabulary);
    }

    private static GreenList list(Device device, int vocabulary, double gamma) {
        return GreenList.of(device, vocabulary, (int) (vocabulary * gamma), false);
    }

    /** The fold over the tokens before the judged one. */
    record Rule(int width, long start) implements LeftWindow {
        @Override
        public int first() {
            return width + 1;
        }

        @Override
        public long seed(int[] tokens, int position) {
            long seed = start;
            for (int i = position - width; i < position; i++) {
                seed = Seeds.sum(Seeds.product(seed, SALT), tokens[i]);
            }
            return seed;
        }
    }

    private record Bricks(
            Rule rule,
            Settings settings,
            @org.jspecify.annotations.Nullable GreenList list,
            int vocabulary) implements PreparedWatermark {
        @Override
        public Scores score(int[] tokens, Counting counting) {
            return score(tokens, counting, false);
        }

        private Scores score(int[] tokens, Counting counting, boolean windowsOnce) {
            GreenList lists = list;
            if (lists == null) {
                return new ExponentialReader(rule, u -> (float) -Math.log(1f - (float) u))
                        .score(tokens, counting, windowsOnce);
            }
            return new GreenListReader(rule, lists, settings.gamma()).score(tokens, counting, windowsOnce);
        }

        @Override
        public LibraryFigures library(int[] tokens) {
            Counting counting = settings.repeats().equals("none") ? Counting.ALL : Counting.DISTINCT_NGRAMS;
            Scores scores = score(tokens, counting, settings.repeats().equals("v1"));
            double sum = list == null ? singlePrecision(scores.values(), 0, scores.scored()) : scores.sum();
            return LibraryFigures.byPValue(scores, sum, scores.model().pValue(sum, scores.scored()), LIBRARY_LEVEL);
        }

        /** The library adds its scores in single precision, as numpy does: pairwise above 128, eight at a time below. */
        private static float singlePrecision(double[] values, int from, int to) {
            int size = to - from;
            if (size > NUMPY_BLOCK) {
                int half = from + size / 2 - size / 2 % NUMPY_LANES;
                return singlePrecision(values, from, half) + singlePrecision(values, half, to);
            }
            float[] lanes = new float[NUMPY_LANES];
            int whole = from + (size < NUMPY_LANES ? 0 : size - size % NUMPY_LANES);
            for (int i = from; i < whole; i++) {
                lanes[(i - from) % NUMPY_LANES] += (float) values[i];
            }
            float sum =
                    ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
            for (int i = whole; i < to; i++) {
                sum += (float) values[i];
            }
            return sum;
        }

        @Override
        public Optional<Marker> marker() {
            GreenList lists = list;
            return Optional.of(
                    lists == null
                            ? new TorchGumbelMarker(rule, vocabulary)
                            : new GreenListMarker(rule, lists, settings.delta()));
        }
    }
}
