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
import java.util.Map;
import java.util.Optional;

/**
 * MarkLLM's EXP: the seed is key * (product of the last tokens mod V), the score ln(1 / (1 - u)) of the token's draw, with
 * the quotient in single precision as there.
 */
public final class MarkLlmExp implements WatermarkScheme {
    private static final double LIBRARY_LEVEL = 1e-4;

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
        return new Prepared(new Rule(settings.width(), settings.key(), profile.vocabularySize()));
    }

    private record Rule(int width, long key, int vocabulary) implements SeedRule {
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
            long product = 1;
            for (int i = position - width; i < position; i++) {
                product = product * tokens[i] % vocabulary;
            }
            return key * product;
        }
    }

    private record Prepared(Rule rule) implements PreparedWatermark {
        @Override
        public Scores score(int[] tokens, Counting counting) {
            TorchUniforms uniforms = new TorchUniforms();
            return SeededScores.read(
                    rule,
                    tokens,
                    counting,
                    false,
                    new NullModel.Exponential(1),
                    (seed, token) -> Math.log(1f / (1f - uniforms.at(seed, token))));
        }

        @Override
        public LibraryFigures library(int[] tokens) {
            Scores scores = score(tokens, Counting.ALL);
            double sum = scores.sum();
            double p = scores.model().pValue(sum, scores.scored());
            return new LibraryFigures(
                    scores.scored(),
                    sum,
                    scores.model().z(sum, scores.scored()),
                    p < LIBRARY_LEVEL,
                    Map.of("pValue", p));
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(new TorchGumbelMarker(rule, rule.vocabulary()));
        }
    }
}
