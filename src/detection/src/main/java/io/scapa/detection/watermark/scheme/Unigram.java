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
import io.scapa.detection.watermark.random.NumpyRandom;
import io.scapa.provenance.ContentHash;
import io.scapa.statistics.Normal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Unigram (Zhao et al., "Provable robust watermarking for AI-generated text", 2023): one fixed green list. Only distinct
 * tokens carry evidence: a text that likes one green word would otherwise look marked.
 */
public final class Unigram implements WatermarkScheme {
    private static final double LIBRARY_THRESHOLD = 6.0;

    private record Settings(double fraction, double strength, long key) {}

    private static Settings settings(WatermarkProfile profile) {
        Parameters given = profile.read();
        Settings settings = new Settings(
                given.between("fraction", 0.5, 0, 1),
                given.between("strength", 2.0, 0, 100),
                profile.keyIn(BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE)));
        given.end();
        return settings;
    }

    @Override
    public String name() {
        return "unigram";
    }

    @Override
    public String description() {
        return "One fixed green list, as in Unigram-Watermark";
    }

    @Override
    public void check(WatermarkProfile profile) {
        settings(profile);
    }

    @Override
    public PreparedWatermark prepare(WatermarkProfile profile) {
        Settings settings = settings(profile);
        int vocabulary = profile.vocabularySize();
        boolean[] mask = mask(settings.key(), settings.fraction(), vocabulary);
        return new Prepared(mask, (int) (settings.fraction() * vocabulary), settings.fraction(), settings.strength());
    }

    /** Which tokens are green: numpy's shuffle of a mask, seeded by the first four bytes of the key's SHA-256. */
    static boolean[] mask(long key, double fraction, int vocabulary) {
        boolean[] mask = new boolean[vocabulary];
        Arrays.fill(mask, 0, (int) (fraction * vocabulary), true);
        new NumpyRandom(BigInteger.valueOf(seed(key))).shuffle(mask);
        return mask;
    }

    static long seed(long key) {
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(key)
                .array();
        byte[] hash = ContentHash.sha256().digest(bytes);
        return ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xFFFFFFFFL;
    }

    private record Prepared(boolean[] mask, int listed, double fraction, double strength) implements PreparedWatermark {
        @Override
        public Scores score(int[] tokens, Counting counting) {
            BitSet seen = new BitSet();
            int[] positions = IntStream.range(0, tokens.length)
                    .filter(i -> counting == Counting.ALL || first(seen, tokens[i]))
                    .toArray();
            double[] values = Arrays.stream(positions)
                    .mapToDouble(i -> mask[tokens[i]] ? 1 : 0)
                    .toArray();
            NullModel model = counting == Counting.ALL
                    ? new NullModel.Green(fraction)
                    : new NullModel.FixedList(mask.length, listed);
            return new Scores(positions, values, 1, model);
        }

        private static boolean first(BitSet seen, int token) {
            boolean fresh = !seen.get(token);
            seen.set(token);
            return fresh;
        }

        @Override
        public LibraryFigures library(int[] tokens) {
            Scores all = score(tokens, Counting.ALL);
            Scores distinct = score(tokens, Counting.DISTINCT);
            double z = all.model().z(all.sum(), all.scored());
            Map<String, Double> others = new LinkedHashMap<>();
            double distinctZ = new NullModel.Green(fraction).z(distinct.sum(), distinct.scored());
            others.put("distinct", (double) distinct.scored());
            others.put("distinctGreen", distinct.sum());
            others.put("distinctZ", distinctZ);
            others.put("threshold0.01", threshold(distinct.scored(), 0.01));
            others.put("threshold0.001", threshold(distinct.scored(), 0.001));
            return new LibraryFigures(all.scored(), all.sum(), z, z > LIBRARY_THRESHOLD, others);
        }

        /** The library's dynamic threshold for the z-score of so many distinct tokens. */
        private double threshold(int distinct, double level) {
            return Math.sqrt(1 - (distinct - 1.0) / (mask.length - 1.0)) * Normal.upperQuantile(level);
        }

        @Override
        public Optional<Marker> marker() {
            double boost = Math.exp(strength);
            return Optional.of((probabilities, context, random) -> {
                double[] weights = probabilities.clone();
                for (int token = 0; token < weights.length; token++) {
                    weights[token] *= mask[token] ? boost : 1;
                }
                return Draws.proportionalTo(weights, random);
            });
        }
    }
}
