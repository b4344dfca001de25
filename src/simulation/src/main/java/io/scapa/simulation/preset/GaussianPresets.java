package io.scapa.simulation.preset;

import io.scapa.simulation.Scenario;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import java.util.List;

/** Presets on the one-dimensional Gaussian. */
final class GaussianPresets {
    private GaussianPresets() {}

    static Preset shumailov() {
        GaussianFamily family = GaussianFamily.explicit(Estimator.UNBIASED);
        return new Preset(
                "shumailov-gauss",
                "A Gaussian fitted to its own samples, again and again",
                "Shumailov et al., Nature 631:755 (2024), Theorem 3.1",
                "the variance goes to 0 almost surely while the expected squared Wasserstein distance grows without bound",
                "",
                List.of(
                        Scenario.replace("M = 100", family, 100, 500, 4000, 1),
                        Scenario.replace("M = 1000", family, 1000, 500, 1000, 2)),
                Preset.Pictures.NONE,
                results -> "at M = 100 half of the chains are below a tenth of the variance by generation "
                        + Numbers.significant(results.get(0).firstCrossingQuantile(1, 0.5), 4) + " and E[W2^2] is "
                        + Numbers.significant(
                                results.get(0).moments("w2_squared", 500).mean(), 3)
                        + " at generation 500 (theory 6.01): the theorem holds, and its time scale is M generations");
    }
}
