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
import io.scapa.detection.watermark.random.TorchRandom;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MarkLLM's KGW: a permutation of the vocabulary drawn from the key hashes the last tokens to a number f below V, and the
 * list's seed is key * f mod V, so that there are only V lists. Not compatible with the other KGW libraries.
 */
public final class MarkLlmKgw implements WatermarkScheme {
    private static final double LIBRARY_THRESHOLD = 4.0;
    private static final List<String> HASHES = List.of("time", "additive", "skip", "min");

    private record Settings(String hash, int width, double gamma, double delta, long key) {}

    private static Settings settings(WatermarkProfile profile) {
        Parameters given = profile.read();
        Settings settings = new Settings(
                given.word("fScheme", "time", HASHES),
                given.integer("prefixLength", 1, 1, 64),
                given.between("gamma", 0.5, 0, 1),
                given.between("delta", 2.0, 0, 100),
                profile.keyIn(BigInteger.ONE, BigInteger.valueOf(Long.MAX_VALUE)));
        given.word("windowScheme", "left", List.of("left"));
        given.end();
        return settings;
    }

    @Override
    public String name() {
        return "markllm-kgw";
    }

    @Override
    public String description() {
        return "Red-green lists as in MarkLLM's KGW (left window)";
    }

    @Override
    public void check(WatermarkProfile profile) {
        settings(profile);
    }

    @Override
    public PreparedWatermark prepare(WatermarkProfile profile) {
        Settings settings = settings(profile);
        int vocabulary = profile.vocabularySize();
        int[] permutation = switch (profile.device()) {
            case Device.Cpu cpu -> new TorchRandom(settings.key()).permutation(vocabulary);
            case Device.Cuda cuda -> GreenList.permutation(cuda, vocabulary).permutation(settings.key());
        };
        Rule rule = new Rule(settings.hash(), settings.width(), settings.key(), permutation);
        GreenList list = GreenList.of(profile.device(), vocabulary, (int) (vocabulary * settings.gamma()), false);
        return new Prepared(new GreenListReader(rule, list, settings.gamma()), settings.delta());
    }

    private record Rule(String hash, int width, long key, int[] permutation) implements LeftWindow {
        @Override
        public long seed(int[] tokens, int position) {
            long vocabulary = permutation.length;
            long hashed = switch (hash) {
                case "time" -> permutation[(int) product(tokens, position, vocabulary)];
                case "additive" -> permutation[(int) sum(tokens, position, vocabulary)];
                case "skip" -> permutation[tokens[position - width]];
                default -> least(tokens, position);
            };
            return Math.floorMod(Math.floorMod(key, vocabulary) * hashed, vocabulary);
        }

        private long sum(int[] tokens, int position, long modulus) {
            long sum = 0;
            for (int i = position - width; i < position; i++) {
                sum += tokens[i];
            }
            return sum % modulus;
        }

        private long least(int[] tokens, int position) {
            int least = Integer.MAX_VALUE;
            for (int i = position - width; i < position; i++) {
                least = Math.min(least, permutation[tokens[i]]);
            }
            return least;
        }
    }

    private record Prepared(GreenListReader reader, double delta) implements PreparedWatermark {
        @Override
        public Scores score(int[] tokens, Counting counting) {
            return reader.score(tokens, counting);
        }

        @Override
        public LibraryFigures library(int[] tokens) {
            return LibraryFigures.byZ(score(tokens, Counting.ALL), LIBRARY_THRESHOLD, Map.of());
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(new GreenListMarker(reader.rule(), reader.list(), delta));
        }
    }
}
