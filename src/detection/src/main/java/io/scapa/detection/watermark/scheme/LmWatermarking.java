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
import io.scapa.statistics.Normal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference implementation of Kirchenbauer et al. (lm-watermarking, {@code extended_watermark_processor.py}): every
 * context hash, self-salt, and the first version's list order. Seeding schemes are named as there: {@code lefthash},
 * {@code selfhash}, {@code minhash}, {@code skipgram}, or {@code ff-HASH-WIDTH-SELFSALT}.
 */
public final class LmWatermarking implements WatermarkScheme {
    private static final double LIBRARY_THRESHOLD = 4.0;
    private static final long TABLE_SEED = 2971215073L;
    private static final Pattern FREEFORM = Pattern.compile("ff-(\\w+)-(\\d{1,2})-(True|False)(-\\d+)?");

    /** What a seeding scheme's name stands for. */
    record Seeding(KgwHash hash, int width, boolean selfSalt) {
        static Optional<Seeding> named(String name) {
            return switch (name) {
                case "lefthash", "simple_1" -> Optional.of(new Seeding(KgwHash.ADDITIVE, 1, false));
                case "selfhash", "algorithm-3" -> Optional.of(new Seeding(KgwHash.ANCHORED_MINHASH, 4, true));
                case "minhash" -> Optional.of(new Seeding(KgwHash.MINHASH, 4, false));
                case "skipgram" -> Optional.of(new Seeding(KgwHash.SKIPGRAM, 5, false));
                default -> freeform(name);
            };
        }

        private static Optional<Seeding> freeform(String name) {
            Matcher parts = FREEFORM.matcher(name);
            if (!parts.matches() || !KgwHash.libraryNames().contains(parts.group(1))) {
                return Optional.empty();
            }
            int width = Integer.parseInt(parts.group(2));
            return width < 1
                    ? Optional.empty()
                    : Optional.of(new Seeding(
                            KgwHash.of(parts.group(1)), width, parts.group(3).equals("True")));
        }
    }

    private record Settings(
            Seeding seeding, double gamma, double delta, boolean last, boolean repeats, int bos, long key) {}

    private static Settings settings(WatermarkProfile profile) {
        Parameters given = profile.read();
        String name = given.text("seedingScheme", "selfhash");
        Seeding seeding = Seeding.named(name)
                .orElseThrow(() -> given.fault(
                        "seedingScheme",
                        "'" + name + "'",
                        "lefthash, selfhash, minhash, skipgram, simple_1, algorithm-3 or ff-HASH-WIDTH-True|False with a hash of "
                                + KgwHash.libraryNames()));
        Settings settings = new Settings(
                seeding,
                given.between("gamma", 0.25, 0, 1),
                given.between("delta", 2.0, 0, 100),
                !given.flag("selectGreenTokens", true),
                !given.flag("ignoreRepeatedNgrams", true),
                given.integer("bos", -1, -1, Integer.MAX_VALUE),
                profile.keyIn(BigInteger.ONE, BigInteger.valueOf(Long.MAX_VALUE)));
        given.end();
        return settings;
    }

    @Override
    public String name() {
        return "lm-watermarking";
    }

    @Override
    public String description() {
        return "Kirchenbauer red-green lists as in the reference implementation, all context hashes";
    }

    @Override
    public void check(WatermarkProfile profile) {
        settings(profile);
    }

    @Override
    public PreparedWatermark prepare(WatermarkProfile profile) {
        Settings settings = settings(profile);
        int size = (int) (profile.vocabularySize() * settings.gamma());
        GreenList list = GreenList.of(profile.device(), profile.vocabularySize(), size, settings.last());
        SeedRule rule = rule(settings.seeding(), settings.key(), profile.device());
        return new Prepared(new GreenListReader(rule, list, settings.gamma()), settings);
    }

    static SeedRule rule(Seeding seeding, long key, Device device) {
        return new Rule(seeding, key, HashTable.seededBy(TABLE_SEED, device));
    }

    /** The hash sees the tokens before the judged one; with self-salt the judged one is the last that it sees. */
    private record Rule(Seeding seeding, long key, HashTable table) implements SeedRule {
        @Override
        public int ngram() {
            return seeding.selfSalt() ? seeding.width() : seeding.width() + 1;
        }

        @Override
        public boolean selfSeeded() {
            return seeding.selfSalt();
        }

        @Override
        public long seed(int[] tokens, int position) {
            int to = seeding.selfSalt() ? position + 1 : position;
            return seeding.hash().seed(key, table, tokens, to - seeding.width(), to);
        }
    }

    private record Prepared(GreenListReader reader, Settings settings) implements PreparedWatermark {
        @Override
        public Scores score(int[] tokens, Counting counting) {
            return reader.score(GreenListReader.withoutLeading(settings.bos(), tokens), counting);
        }

        @Override
        public LibraryFigures library(int[] tokens) {
            Scores scores = score(tokens, settings.repeats() ? Counting.ALL : Counting.DISTINCT_NGRAMS);
            double z = scores.model().z(scores.sum(), scores.scored());
            return LibraryFigures.byZ(scores, LIBRARY_THRESHOLD, Map.of("normalPValue", Normal.upperTail(z)));
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(new GreenListMarker(reader.rule(), reader.list(), settings.delta()));
        }
    }
}
