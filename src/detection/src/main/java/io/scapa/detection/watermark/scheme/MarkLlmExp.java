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
import java.util.Optional;

/**
 * MarkLLM's EXP: the seed is key * (product of the last tokens mod V), the score ln(1 / (1 - u)) of the token's draw, with
 * the quotient in single precision as there.
 */
public final class MarkLlmExp implements WatermarkScheme {
    private static final double LIBRARY_LEVEL = Math.nextDown(1e-4);

    private record Settings(int width, long key) {}

    private static Settings settings(WatermarkProfile profile) {
        Parameters given = profile.read();
        Settings settings = new Settings(
                given.integer("prefixLength", 4, 1, 64),
                profile.keyIn(BigInteger.ONE, BigInteger.valueOf(Long.MAX_VALUE)));
        given.end();
        TorchUniforms.requireCpu(profile);
        return settings;
    }

    @Override
    public String name() {
        return "markllm-exp";
    }

    @Override
    public String description() {
        return "Exponential scores as in MarkLLM's EXP";
    }

    @Override
    public void check(WatermarkProfile profile) {
        settings(profile);
    }

    @Override
    public PreparedWatermark prepare(WatermarkProfile profile) {
        Settings settings = settings(profile);
        Rule rule = new Rule(settings.width(), settings.key(), profile.vocabularySize());
        return new Prepared(rule, new ExponentialReader(rule, u -> Math.log(1f / (1f - (float) u))));
    }

    private record Rule(int width, long key, int vocabulary) implements LeftWindow {
        @Override
        public long seed(int[] tokens, int position) {
            return key * product(tokens, position, vocabulary);
        }
    }

    private record Prepared(Rule rule, ExponentialReader reader) implements PreparedWatermark {
        @Override
        public Scores score(int[] tokens, Counting counting) {
            return reader.score(tokens, counting, false);
        }

        @Override
        public LibraryFigures library(int[] tokens) {
            return LibraryFigures.byPValue(score(tokens, Counting.ALL), LIBRARY_LEVEL);
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(new TorchGumbelMarker(rule, rule.vocabulary()));
        }
    }
}
