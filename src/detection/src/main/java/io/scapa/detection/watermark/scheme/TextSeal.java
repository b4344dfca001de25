package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.LibraryFigures;
import io.scapa.detection.watermark.Marker;
import io.scapa.detection.watermark.NullModel;
import io.scapa.detection.watermark.Parameters;
import io.scapa.detection.watermark.PreparedWatermark;
import io.scapa.detection.watermark.Scores;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkScheme;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Meta's TextSeal: an arithmetic hash of the window, the token and the key gives one of 8,191 uniforms, read as green or red
 * ({@code binary}) or as a Gumbel score ({@code uniform}).
 */
public final class TextSeal implements WatermarkScheme {
    private static final long[] PRIMES = {10000019, 10000247, 10000439, 10000643, 10000747};
    private static final long TOKEN_FACTOR = 100000007;
    private static final long KEY_FACTOR = 500001713;
    private static final long SPREAD = 15485863L * 40499;
    private static final int VALUES = 8191;
    private static final double LIBRARY_LEVEL = 1e-5;

    /** A profile's settings. */
    record Settings(String method, int width, double gamma, double delta, long key) {
        /** The uniform of a token after the window that ends before a position. */
        float uniform(int[] tokens, int position, int token) {
            long hash = TOKEN_FACTOR * token + KEY_FACTOR * key;
            for (int i = 0; i < width; i++) {
                hash += tokens[position - width + i] * PRIMES[i];
            }
            hash *= SPREAD;
            hash ^= hash >> 13;
            return (float) Math.floorMod(hash, VALUES) / VALUES;
        }

        boolean binary() {
            return method.equals("binary");
        }
    }

    private static Settings settings(WatermarkProfile profile) {
        Parameters given = profile.read();
        Settings settings = new Settings(
                given.word("method", "uniform", List.of("uniform", "binary")),
                given.integer("ngram", 2, 1, PRIMES.length),
                given.between("gamma", 0.5, 0, 1),
                given.between("delta", 2.0, 0, 100),
                profile.keyIn(BigInteger.ZERO, BigInteger.valueOf(Long.MAX_VALUE)));
        given.end();
        return settings;
    }

    @Override
    public String name() {
        return "textseal";
    }

    @Override
    public String description() {
        return "Meta's TextSeal, green lists or Gumbel scores";
    }

    @Override
    public void check(WatermarkProfile profile) {
        settings(profile);
    }

    @Override
    public PreparedWatermark prepare(WatermarkProfile profile) {
        return new Prepared(settings(profile));
    }

    /** The position itself stands for the seed: the hash reads the window directly. */
    private record Window(int width) implements LeftWindow {
        @Override
        public int first() {
            return width + 1;
        }

        @Override
        public long seed(int[] tokens, int position) {
            return position;
        }
    }

    private record Prepared(Settings settings) implements PreparedWatermark {
        @Override
        public Scores score(int[] tokens, Counting counting) {
            NullModel model = settings.binary() ? new NullModel.Green(settings.gamma()) : new NullModel.Exponential();
            Counting once = counting == Counting.DISTINCT ? Counting.DISTINCT_NGRAMS : counting;
            return SeededScores.read(new Window(settings.width()), tokens, once, false, model, (position, token) -> {
                float uniform = settings.uniform(tokens, (int) position, token);
                return settings.binary() ? (uniform < settings.gamma() ? 1 : 0) : -Math.log1p(-(double) uniform);
            });
        }

        @Override
        public LibraryFigures library(int[] tokens) {
            return LibraryFigures.byPValue(score(tokens, Counting.DISTINCT_NGRAMS), LIBRARY_LEVEL);
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(this::mark);
        }

        private int mark(double[] probabilities, int[] context, RandomGenerator random) {
            if (context.length < settings.width()) {
                return Draws.proportionalTo(probabilities, random);
            }
            if (!settings.binary()) {
                return GumbelDraw.choose(probabilities, token -> settings.uniform(context, context.length, token));
            }
            double[] weights = probabilities.clone();
            double boost = Math.exp(settings.delta());
            for (int token = 0; token < weights.length; token++) {
                if (settings.uniform(context, context.length, token) < settings.gamma()) {
                    weights[token] *= boost;
                }
            }
            return Draws.proportionalTo(weights, random);
        }
    }
}
