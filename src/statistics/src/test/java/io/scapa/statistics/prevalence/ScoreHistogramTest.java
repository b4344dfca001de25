package io.scapa.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.SeededStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {
    @Test
    void keepsTheMeanScore() {
        RandomGenerator random = new SeededStreams(50).stream("scores", 0);
        double[] scores = random.doubles(5000).toArray();
        ScorePool exact = ScorePool.of(scores);
        ScorePool binned = ScoreHistogram.of(scores).pool(0.5, 0.5);
        assertThat(binned.meanScore()).isCloseTo(exact.meanScore(), within(1e-4));
        assertThat(binned.scoreVariance()).isCloseTo(exact.scoreVariance(), within(1e-3));
        assertThat(binned.documents()).isEqualTo(5000);
    }

    @Test
    void partsAddUpToTheWhole() {
        double[] scores = new SeededStreams(50).stream("scores", 1).doubles(999).toArray();
        ScoreHistogram whole = ScoreHistogram.of(scores);
        ScoreHistogram parts = new ScoreHistogram();
        for (int from = 0; from < 999; from += 333) {
            parts.addAll(ScoreHistogram.of(java.util.Arrays.copyOfRange(scores, from, from + 333)));
        }
        assertThat(parts.pool(0.5, 0.2)).isEqualTo(whole.pool(0.5, 0.2));
        assertThat(parts.countFrom(0.7)).isEqualTo(whole.countFrom(0.7));
        assertThat(parts.effectiveDocuments()).isEqualTo(whole.effectiveDocuments());
    }

    @Test
    void countsFromABorder() {
        ScoreHistogram histogram = ScoreHistogram.of(new double[] {0, 0.2, 0.4999, 0.5, 0.6, 1});
        assertThat(histogram.countFrom(0.5)).isEqualTo(3);
        assertThat(histogram.countFrom(0)).isEqualTo(6);
        assertThat(histogram.countFrom(1)).isZero();
    }

    @Test
    void anAuditOfEveryDocumentMovesAsItsPoolDoes() {
        double[] scores = new SeededStreams(50).stream("scores", 2).doubles(400).toArray();
        ScorePool pool = ScoreHistogram.of(scores).pool(0.5, 0.07);
        double mean = java.util.Arrays.stream(scores)
                .map(s -> ScoreHistogram.moved(AuditedDocument.of(s, true), 0.5, 0.07)
                        .score())
                .average()
                .orElseThrow();
        assertThat(pool.meanScore()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void movesByBayesRule() {
        assertThat(ScoreHistogram.moved(new AuditedDocument(0.5, 0, 1), 0.5, 0.1)
                        .score())
                .isCloseTo(0.1, within(0.003));
    }

    @Test
    void refusesWhatIsNoScore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreHistogram().add(1.2, 1))
                .withMessageContaining("1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreHistogram().add(0.2, 0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreHistogram().pool(0.5, 0.5))
                .withMessageContaining("at least one");
    }
}
