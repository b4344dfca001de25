package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.Device;
import io.scapa.detection.watermark.LibraryFigures;
import io.scapa.detection.watermark.Marker;
import io.scapa.detection.watermark.NullModel;
import io.scapa.detection.watermark.Parameters;
import io.scapa.detection.watermark.PreparedWatermark;
import io.scapa.detection.watermark.Scores;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkProfileException;
import io.scapa.detection.watermark.WatermarkScheme;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * SynthID-Text (Dathathri et al., "Scalable watermarking for identifying large language model outputs", Nature 2024) with
 * either of its two public hashes: that of transformers (a sampling table) or that of google-deepmind/synthid-text. The key
 * is a list, one integer a layer. Gemini's own keys are private: its text cannot be tested by anybody else.
 */
public final class SynthId implements WatermarkScheme {
    private static final double LIBRARY_MEAN = 0.52;

    private final boolean table;

    private SynthId(boolean table) {
        this.table = table;
    }

    /** The hash of transformers. */
    public static SynthId transformers() {
        return new SynthId(true);
    }

    /** The hash of google-deepmind/synthid-text. */
    public static SynthId deepMind() {
        return new SynthId(false);
    }

    /** A profile's settings. */
    record Settings(GHash hash, int ngram, int history, int eos) {}

    private Settings settings(WatermarkProfile profile, boolean prepare) {
        Parameters given = profile.read();
        int ngram = given.integer("ngramLength", 5, 2, 64);
        int history = given.integer("contextHistorySize", 1024, 1, 1 << 20);
        int eos = given.integer("eos", -1, -1, Integer.MAX_VALUE);
        long seed = table ? given.bits("samplingTableSeed", 0) : 0;
        int size = table ? given.integer("samplingTableSize", 65536, 2, 1 << 24) : 2;
        given.end();
        long[] keys = profile.key().reveal().stream()
                .mapToLong(part -> {
                    if (part.bitLength() > 63) {
                        throw new WatermarkProfileException(
                                profile.name(), "key", "out of range (not shown)", "signed 64-bit integers");
                    }
                    return part.longValue();
                })
                .toArray();
        if (table && !(profile.device() instanceof Device.Cpu)) {
            throw new WatermarkProfileException(
                    profile.name(), "device", profile.device(), "cpu: the sampling table of a GPU is not reproduced");
        }
        GHash hash =
                !prepare ? GHash.deepMind(keys) : table ? GHash.transformers(keys, seed, size) : GHash.deepMind(keys);
        return new Settings(hash, ngram, history, eos);
    }

    @Override
    public String name() {
        return table ? "synthid-transformers" : "synthid-deepmind";
    }

    @Override
    public String description() {
        return table ? "SynthID-Text with the hash of transformers" : "SynthID-Text with the hash of google-deepmind";
    }

    @Override
    public void check(WatermarkProfile profile) {
        settings(profile, false);
    }

    @Override
    public PreparedWatermark prepare(WatermarkProfile profile) {
        return new Prepared(settings(profile, true));
    }

    /** What a profile's prepared form answers beyond the common interface. */
    record Prepared(Settings settings) implements PreparedWatermark {
        /** Distinct contexts count once, as the library's mask means them to, without its limit of history. */
        @Override
        public Scores score(int[] tokens, Counting counting) {
            int ngram = settings.ngram();
            int most = Math.max(0, textLength(tokens) - ngram + 1);
            DistinctSlices contexts = new DistinctSlices(counting == Counting.ALL ? new int[0] : tokens, ngram - 1);
            GHash.Reader reader = settings.hash().reader();
            int[] positions = new int[most];
            double[] values = new double[most];
            int scored = 0;
            for (int start = 0; start < most; start++) {
                if (counting == Counting.ALL || contexts.add(start)) {
                    positions[scored] = start + ngram - 1;
                    values[scored++] = reader.ones(tokens, start, start + ngram);
                }
            }
            return new Scores(
                    Arrays.copyOf(positions, scored),
                    Arrays.copyOf(values, scored),
                    ngram,
                    new NullModel.Bits(settings.hash().depth(), settings.hash().shareOfOnes()));
        }

        private int textLength(int[] tokens) {
            for (int i = 0; i < tokens.length; i++) {
                if (tokens[i] == settings.eos()) {
                    return i;
                }
            }
            return tokens.length;
        }

        /** The g-values of every n-gram, a row each, one column a layer. */
        byte[][] gValues(int[] tokens) {
            int rows = Math.max(0, tokens.length - settings.ngram() + 1);
            GHash.Reader reader = settings.hash().reader();
            byte[][] values = new byte[rows][settings.hash().depth()];
            for (int row = 0; row < rows; row++) {
                reader.bits(tokens, row, row + settings.ngram(), values[row]);
            }
            return values;
        }

        SynthIdMask mask(int[] tokens) {
            return SynthIdMask.of(tokens, settings);
        }

        @Override
        public LibraryFigures library(int[] tokens) {
            byte[][] values = gValues(tokens);
            boolean[] counted = mask(tokens).counted();
            SynthIdScores scores =
                    SynthIdScores.of(values, counted, settings.hash().depth());
            Map<String, Double> others = new LinkedHashMap<>();
            others.put("mean", scores.mean());
            others.put("weightedMean", scores.weightedMean());
            double z = (scores.mean() - 0.5)
                    / Math.sqrt(0.25 / ((double) settings.hash().depth() * scores.counted()));
            return new LibraryFigures(scores.counted(), scores.mean(), z, scores.mean() > LIBRARY_MEAN, others);
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(new TournamentMarker(settings));
        }
    }
}
