package io.scapa.detection.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.Assessor;
import io.scapa.detection.AssessorOptions;
import io.scapa.detection.Assessors;
import io.scapa.detection.training.CorpusReader;
import io.scapa.provenance.Document;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.SeededStreams;
import io.scapa.statistics.prevalence.AuditedDocument;
import io.scapa.statistics.prevalence.LogOddsCalibration;
import io.scapa.statistics.prevalence.NaivePrevalence;
import io.scapa.statistics.prevalence.PrevalenceEstimate;
import io.scapa.statistics.prevalence.PrevalenceEstimator;
import io.scapa.statistics.prevalence.ScoreHistogram;
import io.scapa.testing.SharedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Limits on pools put together from real texts: the scores that the shipped detector gives to texts of the test split, with
 * whatever calibration error it has on each source. Audited limits hold there as stated; what limits without an audit do is
 * printed beside them.
 */
class CorpusPrevalenceTest {
    private static final int FEWEST = 20;
    private static final int DOCUMENTS = 2000;
    private static final int AUDITED = 100;

    @Test
    void auditedLimitsHoldOnASampleOfTheTestSplit() {
        holds(4, 20);
    }

    @Test
    @Tag("long")
    void auditedLimitsHoldOnTheTestSplit() {
        holds(1, 100);
    }

    private static void holds(int everyNth, int runs) {
        Map<String, Scores> sources = scores(everyNth);
        PrevalenceEstimator estimator = new PrevalenceEstimator(SourceShift.options());
        Tally all = new Tally();
        System.out.println(Tally.HEADER);
        sources.forEach((name, scores) -> {
            Tally here = new Tally();
            for (int run = 0; run < runs; run++) {
                Pool pool = pool(scores, new SeededStreams(80).stream(name, run));
                here.add(pool, estimator);
                all.add(pool, estimator);
            }
            System.out.println(here.row(name, String.format(Locale.ROOT, "%.2f", scores.intercept())));
        });
        System.out.println(all.row("all", String.format(Locale.ROOT, "sd %.2f", deviation(sources.values()))));
        assertThat(all.pools).isGreaterThanOrEqualTo(3 * runs);
        assertThat(ClopperPearson.upper(all.auditedUpper, all.pools, 0.999)).isGreaterThanOrEqualTo(0.95);
        assertThat(ClopperPearson.upper(all.audited, all.pools, 0.999)).isGreaterThanOrEqualTo(0.95);
        assertThat(ClopperPearson.upper(all.alone, all.pools, 0.999)).isGreaterThanOrEqualTo(0.95);
        assertThat(all.auditedWidth).isLessThan(all.aloneWidth);
        assertThat(all.counted).isLessThan(all.audited);
    }

    /** How often each limit held, and how wide it was. */
    private static final class Tally {
        static final String HEADER =
                "| source | intercept | audited, upper | audited, interval (width) | no audit, interval (width) |"
                        + " count p > 0.5, interval |\n|---|---|---|---|---|---|";

        private int pools;
        private int auditedUpper;
        private int audited;
        private int alone;
        private int counted;
        private double auditedWidth;
        private double aloneWidth;

        void add(Pool pool, PrevalenceEstimator estimator) {
            PrevalenceEstimate withLabels = estimator.estimate(pool.histogram(), pool.audited());
            PrevalenceEstimate without = estimator.estimate(pool.histogram());
            pools++;
            auditedUpper += withLabels.upper() >= pool.truth() ? 1 : 0;
            audited += withLabels.interval().contains(pool.truth()) ? 1 : 0;
            alone += without.interval().contains(pool.truth()) ? 1 : 0;
            counted += NaivePrevalence.thresholdCountInterval(pool.scores(), 0.5, 0.95)
                            .contains(pool.truth())
                    ? 1
                    : 0;
            auditedWidth +=
                    withLabels.interval().upper() - withLabels.interval().lower();
            aloneWidth += without.interval().upper() - without.interval().lower();
        }

        String row(String name, String intercept) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f (%.1f) | %.2f (%.1f) | %.2f |",
                    name,
                    intercept,
                    (double) auditedUpper / pools,
                    (double) audited / pools,
                    100 * auditedWidth / pools,
                    (double) alone / pools,
                    100 * aloneWidth / pools,
                    (double) counted / pools);
        }
    }

    private static double deviation(Collection<Scores> sources) {
        double[] intercepts = sources.stream().mapToDouble(Scores::intercept).toArray();
        double mean = Arrays.stream(intercepts).average().orElseThrow();
        double squares =
                Arrays.stream(intercepts).map(i -> (i - mean) * (i - mean)).sum();
        return Math.sqrt(squares / (intercepts.length - 1));
    }

    private record Scores(List<Double> human, List<Double> synthetic) {
        /** By how much the detector's log likelihood ratios are off on this source, at their middle. */
        double intercept() {
            double[] stated = Stream.concat(human.stream(), synthetic.stream())
                    .mapToDouble(p -> Math.log(p / (1 - p)))
                    .toArray();
            boolean[] labels = new boolean[stated.length];
            Arrays.fill(labels, human.size(), labels.length, true);
            return LogOddsCalibration.fit(stated, labels, 0).intercept();
        }
    }

    private record Pool(double[] scores, ScoreHistogram histogram, List<AuditedDocument> audited, double truth) {}

    /** P(synthetic) at prior 0.5 of the English texts of the test split, by source, where both classes are there. */
    private static Map<String, Scores> scores(int everyNth) {
        Path corpora = SharedFolder.require("corpora");
        Assessor assessor = Assessors.shipped(AssessorOptions.standard());
        Map<String, Scores> sources = new TreeMap<>();
        CorpusReader reader = new CorpusReader();
        for (Path file : CorpusReader.files(List.of(corpora))) {
            reader.read(file, d -> {
                if (d.split().equals("test")
                        && d.language().equals("en")
                        && Math.floorMod(d.id().hashCode(), everyNth) == 0) {
                    double ratio = assessor.assess(Document.ofText(d.text()))
                            .synthetic()
                            .score();
                    Scores of =
                            sources.computeIfAbsent(d.source(), s -> new Scores(new ArrayList<>(), new ArrayList<>()));
                    (d.synthetic() ? of.synthetic : of.human).add(1 / (1 + Math.exp(-ratio)));
                }
            });
        }
        sources.values().removeIf(s -> s.human.size() < FEWEST || s.synthetic.size() < FEWEST);
        return sources;
    }

    private static Pool pool(Scores of, RandomGenerator random) {
        double share = random.nextDouble(0.02, 0.30);
        double[] scores = new double[DOCUMENTS];
        ScoreHistogram histogram = new ScoreHistogram();
        List<AuditedDocument> audited = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            boolean synthetic = random.nextDouble() < share;
            List<Double> from = synthetic ? of.synthetic : of.human;
            scores[i] = from.get(random.nextInt(from.size()));
            histogram.add(scores[i], 1);
            found += synthetic ? 1 : 0;
            if (i < AUDITED) {
                audited.add(AuditedDocument.of(scores[i], synthetic));
            }
        }
        return new Pool(scores, histogram, audited, (double) found / DOCUMENTS);
    }
}
