package io.scapa.benchmark;

import io.scapa.text.model.KneserNeyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/** Tokens a second on one core: training, scoring, sampling a trigram model over Zipf-distributed tokens. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class KneserNeyBenchmark {
    private static final int VOCABULARY = 20_000;
    private static final int TEXTS = 1_000;
    private static final int LENGTH = 250;
    private static final int TOKENS = TEXTS * LENGTH;

    private final List<int[]> texts = new ArrayList<>();
    private KneserNeyModel model;
    private SplittableRandom random;

    /** Draws the texts and trains the model that is scored and sampled. */
    @Setup
    public void prepare() {
        random = new SplittableRandom(1);
        for (int i = 0; i < TEXTS; i++) {
            int[] text = new int[LENGTH];
            Arrays.setAll(text, j -> (int) (Math.pow(VOCABULARY, random.nextDouble()) - 1));
            texts.add(text);
        }
        model = KneserNeyModel.train(texts, 3, VOCABULARY);
    }

    /** Counting and smoothing. */
    @Benchmark
    @OperationsPerInvocation(TOKENS)
    public KneserNeyModel train() {
        return KneserNeyModel.train(texts, 3, VOCABULARY);
    }

    /** Log probabilities of texts that the model saw. */
    @Benchmark
    @OperationsPerInvocation(TOKENS)
    public double score() {
        return model.perplexity(texts);
    }

    /** Drawing a text of {@value #LENGTH} tokens. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int[] sample() {
        int[] text = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            text[i] = model.sample(text, i, random);
        }
        return text;
    }
}
