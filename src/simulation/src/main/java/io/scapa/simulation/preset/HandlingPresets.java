package io.scapa.simulation.preset;

import io.scapa.simulation.Handling;
import io.scapa.simulation.Handling.Action;
import io.scapa.simulation.Handling.Detector;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;

/** Presets in which something happens to the rows between the pools and the fit. */
final class HandlingPresets {
    private static final GaussianFamily FAMILY = GaussianFamily.explicit(Estimator.UNBIASED);

    private static final Handling DRAYSON = Handling.NEUTRAL.with(new Detector(0.9, 0.05, 0.05, Action.RESAMPLE, 10));

    private HandlingPresets() {}

    private static Scenario mix(String name, double alpha, double eta, int generations, Handling handling) {
        return GaussianPresets.mix(name, FAMILY, alpha, 0, eta, 100, generations, 400)
                .with(Treatment.NONE.handling(handling));
    }

    static Preset feng() {
        return Reading.preset(
                "feng-verify",
                "A verifier that is wrong at times",
                "Feng et al. 2024, arXiv 2406.07515",
                "an imperfect verifier beats none, up to a threshold 1/(1 + psi/phi) of label errors",
                "label errors of a linear classifier and of transformers; here a verifier of rows",
                mix("no verifier", 0.95, 0.05, 50, Handling.NEUTRAL),
                mix(
                        "TPR .8, FPR .05, refilled",
                        0.95,
                        0.05,
                        50,
                        Handling.NEUTRAL.with(Detector.of(0.8, 0.05, Action.REFILL))),
                mix(
                        "TPR .8, FPR .05, pool shrinks",
                        0.95,
                        0.05,
                        50,
                        Handling.NEUTRAL.with(Detector.of(0.8, 0.05, Action.SHRINK))),
                mix(
                        "TPR .8, tail FPR .9, refilled",
                        0.95,
                        0.05,
                        50,
                        Handling.NEUTRAL.with(new Detector(0.8, 0.05, 0.9, Action.REFILL, 10))));
    }

    static Preset ferbach() {
        return Reading.preset(
                "ferbach-curated",
                "The best of four by a fixed taste",
                "Ferbach et al. 2024, arXiv 2407.09499",
                "the reward rises to its maximum and its variance goes to 0; a positive real share keeps it stable",
                "diffusion on CIFAR-10",
                Scenario.replace("curated, no real rows", FAMILY, 100, 20, 400, 41)
                        .with(Treatment.NONE.handling(Handling.selecting(4))),
                mix("curated, half real", 0.5, 0.5, 20, Handling.selecting(4)));
    }

    static Preset selection() {
        return Reading.preset(
                "selection",
                "Output does not reproduce at random: best of two",
                "Qiao et al. 2025, PMLR 306; discussion of selection",
                "biased selection accelerates collapse",
                "DDPM on CIFAR-10, choosing n of 4n by a local reference",
                Scenario.replace("no selection", FAMILY, 100, 20, 400, 42),
                Scenario.replace("best of two", FAMILY, 100, 20, 400, 42)
                        .with(Treatment.NONE.handling(Handling.selecting(2))));
    }

    static Preset heGolden() {
        return Reading.preset(
                "he-golden",
                "How much weight real rows deserve",
                "He et al. 2025, arXiv 2502.18049",
                "with as many real as synthetic rows the best weight on real rows is 0.618",
                "",
                mix("weight 0.3", 0.5, 0.5, 30, Handling.weighted(0.3)).with(quota(Handling.weighted(0.3))),
                mix("weight 0.618", 0.5, 0.5, 30, Handling.weighted(0.618)).with(quota(Handling.weighted(0.618))),
                mix("weight 0.95", 0.5, 0.5, 30, Handling.weighted(0.95)).with(quota(Handling.weighted(0.95))));
    }

    private static Treatment quota(Handling handling) {
        return Treatment.NONE.quota().handling(handling);
    }

    static Preset drayson() {
        return Reading.preset(
                "drayson-detect",
                "Rows resampled by a detector of synthetic text",
                "Drayson, Yilmaz, Lampos 2025, arXiv 2502.15654",
                "resampling by a detector prevents collapse",
                "GPT-2 and SmolLM2 on wikitext2, ModernBERT as the detector",
                mix("2 of 100 rows real, no detector", 0.98, 0.02, 100, Handling.NEUTRAL),
                mix("2 of 100 rows real, resampled", 0.98, 0.02, 100, DRAYSON),
                twenty("20 of 400 rows real, no detector", Handling.NEUTRAL),
                twenty("20 of 400 rows real, resampled", DRAYSON));
    }

    private static Scenario twenty(String name, Handling handling) {
        return GaussianPresets.mix(name, FAMILY, 0.95, 0, 0.05, 400, 60, 400).with(Treatment.NONE.handling(handling));
    }

    static Preset contaminated() {
        return Reading.preset(
                "contaminated-fresh",
                "Fresh data of which half is model output in disguise",
                "discussion of web text that copies models",
                "fresh data protect only by their authentic part: alpha + q eta acts as alpha",
                "",
                mix("eta .1, half of it copied", 0.9, 0.1, 50, Handling.contaminated(0.5)),
                GaussianPresets.mix("eta .05, authentic", FAMILY, 0.95, 0, 0.05, 100, 50, 400));
    }

    static Preset staleness() {
        return Reading.preset(
                "staleness",
                "A truth that moves while the model looks back",
                "derived: the mean lags by delta (1 - eta)/eta",
                "a small share of fresh data means a stale model",
                "",
                mix("eta .1, drift .02", 0.9, 0.1, 100, Handling.drifting(0.02)),
                mix("eta .5, drift .02", 0.5, 0.5, 100, Handling.drifting(0.02)));
    }

    static Preset duplicates() {
        return Reading.preset(
                "duplicates",
                "Half of the rows are copies",
                "derived: copies cut the effective number of rows",
                "duplicates speed collapse up: they shrink variance too",
                "",
                Scenario.replace("no copies", FAMILY, 100, 50, 400, 43),
                Scenario.replace("half are copies", FAMILY, 100, 50, 400, 43)
                        .with(Treatment.NONE.handling(Handling.duplicated(0.5))));
    }
}
