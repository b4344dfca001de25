package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.LibraryFigures;
import io.scapa.detection.watermark.Marker;
import io.scapa.detection.watermark.Parameters;
import io.scapa.detection.watermark.PreparedWatermark;
import io.scapa.detection.watermark.Scores;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkScheme;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The red-green watermark as Hugging Face transformers has it ({@code WatermarkLogitsProcessor} and {@code
 * WatermarkDetector}, 5.18), and Text Generation Inference, which is its lefthash with half of the vocabulary green.
 */
public final class TransformersKgw implements WatermarkScheme {
    private static final double LIBRARY_THRESHOLD = 3.0;

    private final String name;
    private final String description;
    private final double gamma;
    private final List<String> schemes;

    private TransformersKgw(String name, String description, double gamma, List<String> schemes) {
        this.name = name;
        this.description = description;
        this.gamma = gamma;
        this.schemes = schemes;
    }

    /** transformers: lefthash or selfhash, a quarter green. */
    public static TransformersKgw transformers() {
        return new TransformersKgw(
                "transformers-kgw",
                "Kirchenbauer red-green lists as in Hugging Face transformers",
                0.25,
                List.of("lefthash", "selfhash"));
    }

    /** Text Generation Inference's {@code --watermark}: lefthash, half green. */
    public static TransformersKgw textGenerationInference() {
        return new TransformersKgw(
                "tgi", "Kirchenbauer red-green lists as in Text Generation Inference", 0.5, List.of("lefthash"));
    }

    /** A profile's settings. */
    private record Settings(String scheme, int width, double gamma, double delta, int bos, long key) {}

    private Settings settings(WatermarkProfile profile) {
        Parameters given = profile.read();
        Settings settings = new Settings(
                given.word("seedingScheme", "lefthash", schemes),
                given.integer("contextWidth", 1, 1, 64),
                given.between("gamma", gamma, 0, 1),
                given.between("delta", 2.0, 0, 100),
                given.integer("bos", -1, -1, Integer.MAX_VALUE),
                profile.keyIn(BigInteger.ONE, BigInteger.valueOf(Long.MAX_VALUE)));
        given.end();
        return settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void check(WatermarkProfile profile) {
        settings(profile);
    }

    @Override
    public PreparedWatermark prepare(WatermarkProfile profile) {
        Settings settings = settings(profile);
        SeedRule rule = settings.scheme().equals("selfhash")
                ? SelfHash.of(settings.key(), settings.width(), profile.device())
                : new LeftHash(settings.key(), settings.width());
        int size = (int) (profile.vocabularySize() * settings.gamma());
        GreenList list = GreenList.of(profile.device(), profile.vocabularySize(), size, false);
        return new Prepared(new GreenListReader(rule, list, settings.gamma()), settings.delta(), settings.bos());
    }

    /** The seed is the key times the token before; a wider context only shortens what is scored. */
    record LeftHash(long key, int width) implements SeedRule {
        @Override
        public int ngram() {
            return width + 1;
        }

        @Override
        public boolean selfSeeded() {
            return false;
        }

        @Override
        public long seed(int[] tokens, int position) {
            return Seeds.product(key, tokens[position - 1]);
        }
    }

    /** The smallest of key * a_i * b over the context, b being the judged token's and itself part of the context. */
    record SelfHash(long key, int width, HashTable table) implements SeedRule {
        static SelfHash of(long key, int width, io.scapa.detection.watermark.Device device) {
            return new SelfHash(key, width, HashTable.seededBy(key, device));
        }

        @Override
        public int ngram() {
            return width;
        }

        @Override
        public boolean selfSeeded() {
            return true;
        }

        @Override
        public long seed(int[] tokens, int position) {
            long last = table.of(tokens[position]);
            long least = Long.MAX_VALUE;
            for (int i = position - width + 1; i <= position; i++) {
                least = Math.min(least, key * table.of(tokens[i]) * last);
            }
            return Seeds.ofSigned(least);
        }
    }

    private record Prepared(GreenListReader reader, double delta, int bos) implements PreparedWatermark {
        @Override
        public Scores score(int[] tokens, Counting counting) {
            return reader.score(GreenListReader.withoutLeading(bos, tokens), counting);
        }

        /** transformers counts every n-gram, and its normal tail lacks a square root: both are kept here. */
        @Override
        public LibraryFigures library(int[] tokens) {
            Scores scores = score(tokens, Counting.ALL);
            double z = scores.model().z(scores.sum(), scores.scored());
            double p = 1 - 0.5 * (1 + Math.signum(z) * (1 - Math.exp(-2 * z * z / Math.PI)));
            return LibraryFigures.byZ(
                    scores,
                    LIBRARY_THRESHOLD,
                    Map.of("transformersPValue", p, "greenFraction", scores.sum() / scores.scored()));
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(new GreenListMarker(reader.rule(), reader.list(), delta));
        }
    }
}
