package io.scapa.benchmark;

import io.scapa.detection.watermark.Device;
import io.scapa.detection.watermark.WatermarkDetector;
import io.scapa.detection.watermark.WatermarkEvidence;
import io.scapa.detection.watermark.WatermarkKey;
import io.scapa.detection.watermark.WatermarkOptions;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkResult;
import io.scapa.detection.watermark.random.MersenneTwister;
import io.scapa.provenance.Evidence;
import io.scapa.text.view.TextViews;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Tokens a second on one core. Every text is new and its contexts are distinct, so that nothing can be remembered from one
 * call to the next.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WatermarkBenchmark {
    private static final int VOCABULARY = 50_257;
    private static final int LENGTH = 1_000;
    private static final int BLOCKS = 1_000;

    private static final int GREEN = VOCABULARY / 4;

    /** Blocks of the generator that hold a list's words. */
    private static final int LIST_BLOCKS = (GREEN + MersenneTwister.BLOCK - 1) / MersenneTwister.BLOCK;

    /**
     * Words of the generator that a token's test needs on average: all of the list's for a red token; for a green one, whose
     * place in the list is uniform, half of them.
     */
    private static final double WORDS_A_TOKEN = GREEN * (1 - 0.25) + (GREEN + 1) / 2.0 * 0.25;

    private final SplittableRandom random = new SplittableRandom(1);
    private final MersenneTwister words = new MersenneTwister(1);
    private final int[] vocabulary = IntStream.range(0, VOCABULARY).toArray();
    private WatermarkDetector leftHash;
    private WatermarkDetector selfHash;
    private WatermarkDetector gumbel;
    private WatermarkDetector tableHash;
    private WatermarkDetector roundsHash;
    private WatermarkDetector unigram;
    private WatermarkEvidence hundred;
    private WatermarkEvidence one;
    private TextViews text;

    /** Makes the profiles ready. */
    @Setup
    public void prepare() {
        WatermarkKey key = WatermarkKey.of(15485863);
        WatermarkKey layers =
                WatermarkKey.of(random.longs(30).mapToObj(BigInteger::valueOf).toList());
        leftHash = detector("transformers-kgw", key, Map.of());
        selfHash = detector("transformers-kgw", key, Map.of("seedingScheme", "selfhash", "contextWidth", 4));
        gumbel = detector("vllm-gumbel", key, Map.of());
        tableHash = detector("synthid-transformers", layers, Map.of());
        roundsHash = detector("synthid-deepmind", layers, Map.of());
        unigram = detector("unigram", key, Map.of());
        List<WatermarkProfile> profiles = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            profiles.add(profile("p" + i, "vllm-gumbel", WatermarkKey.of(i), Map.of()));
        }
        hundred = WatermarkEvidence.with(profiles);
        one = WatermarkEvidence.with(profiles.subList(0, 1));
        text = TextViews.of(IntStream.range(0, 250)
                .mapToObj(i -> "word" + i + " follows")
                .collect(java.util.stream.Collectors.joining(" ")));
    }

    private static WatermarkProfile profile(
            String name, String scheme, WatermarkKey key, Map<String, Object> parameters) {
        return WatermarkProfile.of(name, scheme, key, parameters, "r50k_base", VOCABULARY, Device.CPU);
    }

    private static WatermarkDetector detector(String scheme, WatermarkKey key, Map<String, Object> parameters) {
        return new WatermarkDetector(profile("benchmark", scheme, key, parameters), WatermarkOptions.STANDARD);
    }

    /** Distinct tokens in random order: a partial shuffle, about 5 ns a token. */
    private int[] fresh() {
        for (int i = 0; i < LENGTH; i++) {
            int other = i + random.nextInt(VOCABULARY - i);
            int kept = vocabulary[i];
            vocabulary[i] = vocabulary[other];
            vocabulary[other] = kept;
        }
        return Arrays.copyOf(vocabulary, LENGTH);
    }

    /** Words of the generator, shown beside the operations. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Words {
        /** So far. */
        public double words;
    }

    /** transformers' lefthash, a quarter green. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public WatermarkResult kgwLeftHash(Words counted) {
        counted.words += LENGTH * WORDS_A_TOKEN;
        return leftHash.test(fresh());
    }

    /** The generator alone, doing what lefthash's longest tests ask of it: seeds, and a list's words after each. */
    @Benchmark
    public int twisterSeededLists(Words counted) {
        words.seed(random.nextInt());
        int last = 0;
        for (int i = 0; i < LIST_BLOCKS; i++) {
            last ^= words.nextBlock()[0];
        }
        counted.words += GREEN;
        return last;
    }

    /** transformers' selfhash over four tokens. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public WatermarkResult kgwSelfHash() {
        return selfHash.test(fresh());
    }

    /** vLLM's Gumbel watermark, four tokens of context. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public WatermarkResult vllmGumbel() {
        return gumbel.test(fresh());
    }

    /** SynthID, the hash of transformers, 30 layers. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public WatermarkResult synthIdTransformers() {
        return tableHash.test(fresh());
    }

    /** SynthID, the hash of google-deepmind, 30 layers. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public WatermarkResult synthIdDeepMind() {
        return roundsHash.test(fresh());
    }

    /** Unigram's fixed list. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public WatermarkResult unigram() {
        return unigram.test(fresh());
    }

    /** One profile on a text of 500 words, tokenised: texts a second. */
    @Benchmark
    public List<Evidence> evidenceOfOneProfile() {
        return one.find(text);
    }

    /** A hundred profiles on the same text, tokenised once: texts a second. */
    @Benchmark
    public List<Evidence> evidenceOfAHundredProfiles() {
        return hundred.find(text);
    }

    /** The generator alone: words a second. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS * MersenneTwister.BLOCK)
    public int twisterWords() {
        int last = 0;
        for (int i = 0; i < BLOCKS; i++) {
            last ^= words.nextBlock()[0];
        }
        return last;
    }

    /** Seeding alone: seeds a second. */
    @Benchmark
    public int twisterSeeds() {
        words.seed(random.nextInt());
        return words.nextBlock()[0];
    }
}
