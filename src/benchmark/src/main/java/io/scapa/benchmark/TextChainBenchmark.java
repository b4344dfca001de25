package io.scapa.benchmark;

import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.text.Decoding;
import io.scapa.simulation.text.LanguageModel;
import io.scapa.simulation.text.NgramFamily.Learner;
import io.scapa.simulation.text.TextLearners;
import io.scapa.simulation.text.Tokens;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Tokens per second of the text chain on one thread: half a million Zipf words in sentences. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Thread)
public class TextChainBenchmark {
    private static final int TOKENS = 500_000;
    private static final int WORDS = 40_000;

    /** What is trained. */
    @Param({"COUNTS", "KNESER_NEY"})
    public Learner learner;

    private final Tokens data = new Tokens(TOKENS);
    private LanguageModel model;
    private final ChainRandom random = new ChainRandom(3, 4);

    /** Words that depend on the one before, so that contexts repeat as in text. */
    @Setup
    public void make() {
        int word = 1;
        for (int i = 0; i < TOKENS; i++) {
            boolean end = i % 18 == 17 || i == TOKENS - 1;
            double zipf = Math.exp(random.nextDouble() * Math.log(WORDS));
            word = random.nextDouble() < 0.5 ? (word * 31 + (int) (random.nextDouble() * 3)) % WORDS : (int) zipf;
            data.add(end ? Tokens.END : Math.max(1, word));
        }
        model = TextLearners.train(learner, data, WORDS + 1, Decoding.PLAIN);
    }

    /** Tokens trained per second. */
    @Benchmark
    @OperationsPerInvocation(TOKENS)
    public LanguageModel train() {
        return TextLearners.train(learner, data, WORDS + 1, Decoding.PLAIN);
    }

    /** Tokens sampled per second. */
    @Benchmark
    @OperationsPerInvocation(TOKENS)
    public Tokens sample() {
        Tokens out = new Tokens(TOKENS + 500);
        model.write(TOKENS, out, random);
        return out;
    }
}
