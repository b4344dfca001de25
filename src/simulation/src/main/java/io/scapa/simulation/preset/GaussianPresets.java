package io.scapa.simulation.preset;

import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Handling;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import java.util.List;

/** Presets on the one-dimensional Gaussian. */
final class GaussianPresets {
    private static final GaussianFamily UNBIASED = GaussianFamily.explicit(Estimator.UNBIASED);
    private static final GaussianFamily MLE = GaussianFamily.explicit(Estimator.MLE);

    private GaussianPresets() {}

    static Preset shumailov() {
        return new Preset(
                "shumailov-gauss",
                "A Gaussian fitted to its own samples, again and again",
                "Shumailov et al., Nature 631:755 (2024), Theorem 3.1",
                "the variance goes to 0 almost surely while the expected squared Wasserstein distance grows without bound",
                "",
                List.of(
                        Scenario.replace("M = 100", UNBIASED, 100, 500, 4000, 1),
                        Scenario.replace("M = 1000", UNBIASED, 1000, 500, 1000, 2)),
                Preset.Pictures.NONE,
                results -> "at M = 100 half of the chains are below a tenth of the variance by generation "
                        + Numbers.significant(results.get(0).firstCrossingQuantile(1, 0.5), 4) + " and E[W2^2] is "
                        + Numbers.significant(
                                results.get(0).moments("w2_squared", 500).mean(), 3)
                        + " at generation 500 (theory 6.01): the theorem holds, and its time scale is M generations");
    }

    static Scenario mix(
            String name, GaussianFamily family, double alpha, double gamma, double eta, int m, int g, int c) {
        MixtureSchedule mixture = MixtureSchedule.constant(alpha, 0, gamma, eta);
        return Scenario.of(name, family, Regime.MIXTURE, mixture, m, g, c, 11);
    }

    static Preset madFull() {
        return Reading.preset(
                "mad-full",
                "The fully synthetic loop, with a fair and a biased sampler",
                "Alemohammad et al. 2024, arXiv 2307.01850",
                "without fresh real data quality or diversity must fall; a sampler biased to the likely loses diversity faster",
                "StyleGAN2 on FFHQ and diffusion on MNIST",
                Scenario.replace("fair sampler", UNBIASED, 100, 100, 1000, 11),
                Scenario.replace("sampling bias 0.9", UNBIASED, 100, 100, 400, 12)
                        .with(Treatment.NONE.handling(Handling.biased(0.9))));
    }

    static Preset madAugment() {
        return Reading.preset(
                "mad-augment",
                "A fixed pool of real rows beside synthetic ones",
                "Alemohammad et al. 2024, arXiv 2307.01850",
                "a fixed real data set only delays the loss",
                "StyleGAN2 on FFHQ",
                mix("half from a pool of 100", UNBIASED, 0.5, 0.5, 0, 100, 100, 1000)
                        .with(Treatment.NONE.fixedPool(100)),
                mix("half from the truth", UNBIASED, 0.5, 0.5, 0, 100, 100, 1000));
    }

    static Preset madFresh() {
        return Reading.preset(
                "mad-fresh",
                "Fresh real rows every generation",
                "Alemohammad et al. 2024, arXiv 2307.01850",
                "with enough fresh real data the loop is stable",
                "StyleGAN2 on FFHQ",
                mix("eta 0.1", UNBIASED, 0.9, 0, 0.1, 100, 100, 1000),
                mix("eta 0.5", UNBIASED, 0.5, 0, 0.5, 100, 100, 1000));
    }

    static Preset suresh() {
        return Reading.preset(
                "suresh-gauss",
                "How fast a recursively fitted Gaussian loses its spread",
                "Suresh et al. 2024, arXiv 2412.17646",
                "P(sd > eps) <= (sd0/eps) exp(-k/4n): collapse after order n generations",
                "",
                Scenario.replace("n = 100", MLE, 100, 2500, 100, 13)
                        .watching(List.of(Crossing.below("variance", 0.01))));
    }

    static Preset singlePoint() {
        return Reading.preset(
                "jangjoo-roudi",
                "One real row per generation",
                "Jangjoo, Marsili, Roudi, PRL 136:197301 (2026), arXiv 2506.20623",
                "a single external point suffices to avoid collapse",
                "Ising and other exponential families",
                mix("1 of 100 rows real", UNBIASED, 0.99, 0, 0.01, 100, 800, 400)
                        .with(Treatment.NONE.quota()));
    }

    static Preset tokenEditing() {
        MixtureSchedule edit = MixtureSchedule.constant(0.1, 0.9, 0, 0);
        return Reading.preset(
                "zhu-toedit",
                "A tenth of the rows rewritten by the model, the rest kept",
                "Zhu et al. 2024, arXiv 2412.14689",
                "token editing keeps the test error bounded for any number of generations",
                "OLMo-1B and Llama-3-8B with tokens resampled where their probability is at least 0.99",
                Scenario.of("a tenth edited", UNBIASED, Regime.MIXTURE, edit, 100, 50, 2000, 14)
                        .with(Treatment.NONE.quota().meaning(BetaMeaning.STORED_ROWS)),
                Scenario.replace("everything rewritten", UNBIASED, 100, 50, 2000, 14));
    }

    static Preset cappedAccumulate() {
        return Reading.preset(
                "capped-accumulate",
                "Everything kept, but only as many rows used as at first",
                "Kazdan et al. 2024, arXiv 2410.16713; discussion of capped accumulation",
                "slow long-term collapse if the data are capped",
                "",
                Scenario.of(
                        "accumulate", MLE, Regime.ACCUMULATE, MixtureSchedule.constant(1, 0, 0, 0), 20, 100, 1000, 15),
                Scenario.of(
                        "capped",
                        MLE,
                        Regime.ACCUMULATE_SUBSAMPLE,
                        MixtureSchedule.constant(1, 0, 0, 0),
                        20,
                        100,
                        1000,
                        15),
                Scenario.replace("replace", MLE, 20, 100, 1000, 15));
    }
}
