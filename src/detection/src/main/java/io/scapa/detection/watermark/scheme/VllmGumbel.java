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
import io.scapa.statistics.Gamma;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * vLLM's native watermark: Gumbel scores from Philox over the context, with one key or with the pair derived from it. Every
 * token is scored from the first; what precedes the text counts as -1.
 */
public final class VllmGumbel implements WatermarkScheme {
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final double LIBRARY_LEVEL = 0.01;

    private final boolean dual;

    private VllmGumbel(boolean dual) {
        this.dual = dual;
    }

    /** {@code "algorithm": "gumbel"}. */
    public static VllmGumbel single() {
        return new VllmGumbel(false);
    }

    /** {@code "algorithm": "dual_key_gumbel"}, for speculative decoding. */
    public static VllmGumbel dual() {
        return new VllmGumbel(true);
    }

    /** A profile's settings; {@code second} is the weight of the second key. */
    record Settings(long keyA, long keyB, double second, int width, boolean deduplicate) {}

    private Settings settings(WatermarkProfile profile) {
        Parameters given = profile.read();
        int width = given.integer("contextWidth", 4, 1, 64);
        boolean deduplicate = given.flag("deduplicateContexts", true);
        double second = dual ? given.between("alpha", 0.1, -Double.MIN_VALUE, Math.nextUp(1.0)) : 0;
        long key = profile.keyIn(BigInteger.ZERO, LARGEST);
        given.end();
        return dual
                ? new Settings(derived("key_a", key), derived("key_b", key), second, width, deduplicate)
                : new Settings(key, key, 0, width, deduplicate);
    }

    /** The first eight bytes of SHA-256 over a label and the key, both big-endian. */
    static long derived(String label, long key) {
        byte[] name = label.getBytes(StandardCharsets.US_ASCII);
        byte[] input =
                ByteBuffer.allocate(name.length + 8).put(name).putLong(key).array();
        return ByteBuffer.wrap(io.scapa.provenance.ContentHash.sha256().digest(input))
                .getLong();
    }

    @Override
    public String name() {
        return dual ? "vllm-dual-key-gumbel" : "vllm-gumbel";
    }

    @Override
    public String description() {
        return dual ? "vLLM's native watermark with two derived keys" : "vLLM's native Gumbel watermark";
    }

    @Override
    public void check(WatermarkProfile profile) {
        settings(profile);
    }

    @Override
    public PreparedWatermark prepare(WatermarkProfile profile) {
        return new Prepared(settings(profile));
    }

    private record Prepared(Settings settings) implements PreparedWatermark {
        @Override
        public Scores score(int[] tokens, Counting counting) {
            int width = settings.width();
            int[] padded = padded(tokens, width);
            PhiloxContext first = new PhiloxContext(settings.keyA());
            PhiloxContext second = new PhiloxContext(settings.keyB());
            double share = settings.second();
            DistinctSlices contexts = new DistinctSlices(counting == Counting.ALL ? new int[0] : padded, width);
            int[] positions = new int[tokens.length];
            double[] values = new double[tokens.length];
            int scored = 0;
            for (int i = 0; i < tokens.length; i++) {
                if (counting != Counting.ALL && !contexts.add(i)) {
                    continue;
                }
                first.enter(padded, i, i + width);
                double value = (1 - share) * exponential(first.uniform(tokens[i]));
                if (share > 0) {
                    second.enter(padded, i, i + width);
                    value += share * exponential(second.uniform(tokens[i]));
                }
                positions[scored] = i;
                values[scored++] = value;
            }
            return new Scores(Arrays.copyOf(positions, scored), Arrays.copyOf(values, scored), width + 1, model(share));
        }

        private static NullModel model(double share) {
            return share == 0 || share == 1 ? new NullModel.Exponential() : new NullModel.KeyPair(share);
        }

        private static double exponential(float uniform) {
            return -Math.log1p(-(double) uniform);
        }

        @Override
        public LibraryFigures library(int[] tokens) {
            Scores scores = score(tokens, settings.deduplicate() ? Counting.DISTINCT : Counting.ALL);
            return LibraryFigures.byPValue(scores, scores.sum(), libraryPValue(scores), LIBRARY_LEVEL);
        }

        /**
         * vLLM matches the pair of keys by two moments; the third is too small by that, and with it the p-values of short
         * marked-looking texts.
         */
        private double libraryPValue(Scores scores) {
            double share = settings.second();
            double variance = (1 - share) * (1 - share) + share * share;
            return scores.scored() == 0
                    ? 1
                    : Gamma.regularisedUpper(scores.scored() / variance, scores.sum() / variance);
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(new PhiloxGumbelMarker(settings));
        }
    }

    /** The tokens after as many -1 as the context is wide. */
    static int[] padded(int[] tokens, int width) {
        int[] padded = new int[width + tokens.length];
        Arrays.fill(padded, 0, width, -1);
        System.arraycopy(tokens, 0, padded, width, tokens.length);
        return padded;
    }
}
