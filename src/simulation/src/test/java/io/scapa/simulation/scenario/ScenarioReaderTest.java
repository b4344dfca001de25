package io.scapa.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    @Test
    void readsEveryFieldOfAYamlScenario() {
        Scenario scenario = ScenarioReader.read("""
                name: my mix
                family: {type: gaussian, estimator: mle, sampling: sufficient}
                regime: mixture
                mixture: {alpha: 0.6, beta: 0.2, gamma: 0.1, eta: 0.1}
                samples: 50
                generations: 20
                chains: 300
                seed: 99
                treatment: {draw: quota, beta: stored-rows, pool: 40}
                crossings: [{observable: variance, below: 0.25}, {observable: mean, above: 1}]
                """);
        assertThat(scenario.name()).isEqualTo("my mix");
        assertThat(scenario.family()).isEqualTo(new GaussianFamily(Estimator.MLE, GaussianFamily.Sampling.SUFFICIENT));
        assertThat(scenario.regime()).isEqualTo(Regime.MIXTURE);
        assertThat(scenario.mixture()).isEqualTo(MixtureSchedule.constant(0.6, 0.2, 0.1, 0.1));
        assertThat(scenario.treatment().beta()).isEqualTo(BetaMeaning.STORED_ROWS);
        assertThat(scenario.treatment().pool()).isEqualTo(40);
        assertThat(scenario.crossings()).containsExactly(Crossing.below("variance", 0.25), Crossing.above("mean", 1));
        assertThat(scenario.seed()).isEqualTo(99);
    }

    @Test
    void readsJsonAndScheduledMixtures() {
        Scenario scenario = ScenarioReader.read("""
                {"family": {"type": "categorical", "symbols": 50}, "regime": "mixture",
                 "mixture": {"schedule": [{"gamma": 1}, {"alpha": 0.5, "eta": 0.5}]}}""");
        assertThat(scenario.mixture()).isInstanceOf(MixtureSchedule.Stepwise.class);
        Scenario random = ScenarioReader.read("""
                {"family": {"type": "gaussian"}, "regime": "mixture",
                 "mixture": {"mean": {"alpha": 0.5, "eta": 0.5}, "concentration": 20}}""");
        assertThat(random.mixture()).isInstanceOf(MixtureSchedule.Random.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{family: {type: gaussian}, regime: mixture, mixture: {alpha: 0.6, gamma: 0.1}} | mixture | must be 1, got 0.7",
                "{family: {type: gaussian}, regime: mixture, mixture: {alpha: 1.5, gamma: -0.5}} | mixture | alpha must lie in [0, 1]",
                "{family: {type: gaussian}, regime: mixture} | mixture | needs alpha, beta, gamma and eta",
                "{family: {type: gausian}} | family.type | expected one of gaussian, categorical",
                "{family: {type: gaussian}, samples: 1} | samples | at least 2 rows per generation, got 1",
                "{family: {type: polynomial-regression, degree: 3}, samples: 4} | samples | at least 5 points, got 4",
                "{family: {type: gaussian}, chains: -5} | chains | expected a whole number from 1",
                "{family: {type: gaussian}, chians: 5} | chians | unknown field, expected one of",
                "{family: {type: gaussian}, generations: many} | generations | expected a number, got",
                "{family: {type: gaussian}, crossings: [{observable: hope, below: 1}]} | crossings | watches variance",
                "[1, 2] | scenario | expected an object",
                "{family: {type: gaussian, estimator: best}} | family.estimator | expected one of unbiased, mle",
                "{family: {type: gaussian}, treatment: {draw: lottery}} | treatment.draw | expected one of iid, quota"
            })
    void namesTheFieldAndWhatItExpected(String yaml, String field, String message) {
        assertThatThrownBy(() -> ScenarioReader.read(yaml))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((ScenarioException) e).field()).isEqualTo(field));
    }

    @Test
    void namesTheLineOfBrokenText() {
        assertThatThrownBy(() -> ScenarioReader.read("name: a\nfamily: {type: gaussian\nregime: replace\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("line ");
    }

    @Test
    void textAndPicturesNeedTheirMaterial() {
        assertThatThrownBy(() -> ScenarioReader.read("family: {type: ngram}"))
                .hasMessageContaining("family.type")
                .hasMessageContaining("--corpus");
        assertThatThrownBy(() -> ScenarioReader.read("family: {type: images}")).hasMessageContaining("--images");
    }
}
