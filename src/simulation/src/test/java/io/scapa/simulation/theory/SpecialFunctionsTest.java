package io.scapa.simulation.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpecialFunctionsTest {
    @Test
    void haveTheirKnownValues() {
        assertThat(SpecialFunctions.logGamma(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(1e-13));
        assertThat(SpecialFunctions.logGamma(11)).isCloseTo(Math.log(3628800), within(1e-12));
        assertThat(SpecialFunctions.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-12));
        assertThat(SpecialFunctions.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-12));
        assertThat(SpecialFunctions.c4(2)).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-13));
    }

    @Test
    void theFrontiersWeightsMinimiseTheStationaryVariance() {
        double best = TrainingWeights.optimalRealWeight(2);
        double least = TrainingWeights.stationaryVariance(best, 20, 10);
        assertThat(TrainingWeights.stationaryVariance(best - 0.01, 20, 10)).isGreaterThan(least);
        assertThat(TrainingWeights.stationaryVariance(best + 0.01, 20, 10)).isGreaterThan(least);
    }

    @Test
    void regressionCarriesAlphaSquaredForManyRows() {
        assertThat(RegressionTheory.carry(50_000, 100_000, 5)).isCloseTo(0.25, within(1e-3));
        assertThat(RegressionTheory.carry(15, 30, 5)).isCloseTo(0.3074, within(1e-4));
    }
}
