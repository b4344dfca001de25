package io.scapa.curation;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.SeededStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Invented documents with known pools, and sources of them. */
public final class TestDocuments {
    private static final Encoding CL100K =
            Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    private static final String[] WORDS =
            "the of and harbour steel salt wind letter river stone winter light ship low background north sound keel plate rivet"
                    .split(" ");

    private TestDocuments() {}

    /** Documents of all four pools with soft probabilities, from three sources. */
    public static List<Candidate> mixed(long seed, int count) {
        RandomGenerator random = new SeededStreams(seed).stream("documents", 0);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(
                    candidate("doc-" + seed + "-" + i, text(random), "source-" + random.nextInt(3), pools(random)));
        }
        return candidates;
    }

    /** A document with given pools. */
    public static Candidate candidate(String id, String text, String source, PoolProbabilities pools) {
        return new Candidate(
                id,
                ContentHash.ofCleanText(text),
                source,
                "en",
                CL100K.countTokensOrdinary(text),
                Origin.UNDETERMINED,
                pools.alpha(),
                pools,
                pools.gamma() > 0 && pools.eta() > 0 ? 0.25 : 0,
                "test-release/1",
                Map.of("uri", "https://example.org/" + id, "license", "CC0-1.0"),
                () -> text);
    }

    /** A source that gives its candidates in another order on each pass. */
    public static CandidateSource shuffling(List<Candidate> candidates, long seed) {
        Random random = new Random(seed);
        return () -> {
            List<Candidate> order = new ArrayList<>(candidates);
            Collections.shuffle(order, random);
            return cursor(order);
        };
    }

    /** A source in the given order. */
    public static CandidateSource of(List<Candidate> candidates) {
        return () -> cursor(candidates);
    }

    private static CandidateSource.Cursor cursor(List<Candidate> order) {
        return new CandidateSource.Cursor() {
            private int next;

            @Override
            public Candidate next() {
                return next < order.size() ? order.get(next++) : null;
            }

            @Override
            public void close() {}
        };
    }

    static String text(RandomGenerator random) {
        int length = 20 + (int) Math.exp(random.nextDouble() * 4);
        String[] words = new String[length];
        Arrays.setAll(words, i -> WORDS[random.nextInt(WORDS.length)]);
        return String.join(" ", words) + " " + random.nextInt();
    }

    static PoolProbabilities pools(RandomGenerator random) {
        double[] weights = new double[4];
        int main = random.nextInt(4);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            weights[i] = i == main ? 3 + 20 * random.nextDouble() : random.nextDouble() * random.nextDouble();
            sum += weights[i];
        }
        return new PoolProbabilities(
                weights[0] / sum,
                weights[1] / sum,
                weights[2] / sum,
                1 - weights[0] / sum - weights[1] / sum - weights[2] / sum);
    }
}
