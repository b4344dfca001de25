package io.scapa.statistics.prevalence.coverage;

import io.scapa.statistics.SeededStreams;
import io.scapa.statistics.prevalence.AuditedDocument;
import io.scapa.statistics.prevalence.CalibrationCounts;
import io.scapa.statistics.prevalence.ScoreHistogram;
import io.scapa.statistics.prevalence.ScorePool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A pool whose truth is known, drawn from a scenario, with its audits. */
final class SimulatedPool {
    /** Texts of each class that the adjusted count's rates were measured on. */
    static final int CALIBRATION_TEXTS = 1000;

    private final CoverageScenario scenario;
    private final SeededStreams streams;
    private final double prior;
    private final double[] scores;
    private final boolean[] synthetic;
    private final double[] sizes;

    SimulatedPool(CoverageScenario scenario, SeededStreams streams) {
        this.scenario = scenario;
        this.streams = streams;
        RandomGenerator random = streams.stream("pool", 0);
        int n = scenario.documents();
        prior = scenario.leastShare() + (scenario.mostShare() - scenario.leastShare()) * random.nextDouble();
        double shift = scenario.shiftSd() * random.nextGaussian() + Math.log(prior / (1 - prior));
        scores = new double[n];
        synthetic = new boolean[n];
        sizes = new double[n];
        for (int i = 0; i < n; i++) {
            synthetic[i] = random.nextDouble() < prior;
            scores[i] = 1 / (1 + Math.exp(-logLikelihoodRatio(synthetic[i], random) - shift));
            sizes[i] = size(synthetic[i], random);
        }
    }

    double[] scores() {
        return scores;
    }

    /** The share that the scores were calibrated at. */
    double prior() {
        return prior;
    }

    /** The synthetic share of the total size. */
    double truth() {
        double found = 0;
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            found += synthetic[i] ? sizes[i] : 0;
            total += sizes[i];
        }
        return found / total;
    }

    ScorePool pool() {
        return ScorePool.of(scores, sizes);
    }

    ScoreHistogram histogram() {
        ScoreHistogram histogram = new ScoreHistogram();
        for (int i = 0; i < scores.length; i++) {
            histogram.add(scores[i], sizes[i]);
        }
        return histogram;
    }

    /** A uniform audit without replacement. */
    List<AuditedDocument> uniformAudit() {
        return documents(draw(streams.stream("uniform audit", 0), indices(scores.length), scenario.audited()));
    }

    /** An audit with replacement, proportional to size. */
    List<AuditedDocument> proportionalAudit() {
        RandomGenerator random = streams.stream("proportional audit", 0);
        double[] cumulative = sizes.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        int[] drawn = new int[scenario.audited()];
        for (int i = 0; i < drawn.length; i++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
            drawn[i] = Math.min(scores.length - 1, found < 0 ? -found - 1 : found);
        }
        return documents(drawn);
    }

    /** Documents by rank of score, cut at the quantiles given, each with its share of the audit (at least 4). */
    List<Stratum> strata(double... quantiles) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        List<Stratum> strata = new ArrayList<>();
        int from = 0;
        for (int h = 0; h <= quantiles.length; h++) {
            int to = h == quantiles.length ? scores.length : (int) (quantiles[h] * scores.length);
            int[] members = new int[to - from];
            for (int i = from; i < to; i++) {
                members[i - from] = order[i];
            }
            long wanted = Math.round((double) scenario.audited() * members.length / scores.length);
            int[] drawn = draw(streams.stream("stratum", h), members, (int) Math.max(4, wanted));
            strata.add(new Stratum(
                    ScorePool.of(
                            Arrays.stream(members).mapToDouble(i -> scores[i]).toArray(),
                            Arrays.stream(members).mapToDouble(i -> sizes[i]).toArray()),
                    documents(drawn)));
            from = to;
        }
        return strata;
    }

    /** How the detector did at a threshold on fresh texts of known origin, where nothing has shifted. */
    CalibrationCounts calibration(double threshold) {
        RandomGenerator random = streams.stream("calibration", 0);
        double limit = Math.log(threshold / (1 - threshold)) - Math.log(prior / (1 - prior));
        long[] flagged = new long[2];
        for (int i = 0; i < CALIBRATION_TEXTS; i++) {
            flagged[0] += logLikelihoodRatio(false, random) >= limit ? 1 : 0;
            flagged[1] += logLikelihoodRatio(true, random) >= limit ? 1 : 0;
        }
        return new CalibrationCounts(flagged[1], CALIBRATION_TEXTS, flagged[0], CALIBRATION_TEXTS);
    }

    /** A part of the pool with its own audit. */
    record Stratum(ScorePool pool, List<AuditedDocument> audited) {}

    private double logLikelihoodRatio(boolean of, RandomGenerator random) {
        double d = scenario.separation();
        return (of ? 0.5 : -0.5) * d * d + d * random.nextGaussian();
    }

    private double size(boolean of, RandomGenerator random) {
        if (scenario.sizeSpread() == 0) {
            return 1;
        }
        return Math.exp(scenario.sizeSpread() * random.nextGaussian() + (of ? scenario.sizeLift() : 0));
    }

    private static int[] indices(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /** The first {@code count} of a partial shuffle. */
    private static int[] draw(RandomGenerator random, int[] members, int count) {
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i, members.length);
            int swapped = members[i];
            members[i] = members[j];
            members[j] = swapped;
        }
        return Arrays.copyOf(members, count);
    }

    private List<AuditedDocument> documents(int[] drawn) {
        return Arrays.stream(drawn)
                .mapToObj(i -> AuditedDocument.of(scores[i], synthetic[i], sizes[i]))
                .toList();
    }
}
