package io.scapa.simulation.preset;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;

/** Presets on symbols with counts. */
final class SymbolPresets {
    private SymbolPresets() {}

    private static Scenario replace(String name, SymbolLaw law, int m, int generations, int chains) {
        return Scenario.replace(name, new CategoricalFamily(law), m, generations, chains, 21);
    }

    private static Scenario mix(String name, SymbolLaw law, double eta, int m, int generations, int chains) {
        MixtureSchedule mixture = MixtureSchedule.constant(1 - eta, 0, 0, eta);
        return Scenario.of(name, new CategoricalFamily(law), Regime.MIXTURE, mixture, m, generations, chains, 22);
    }

    static Preset shumailov() {
        return Reading.preset(
                "shumailov-discrete",
                "Symbols drawn from their own frequencies",
                "Shumailov et al., Nature 631:755 (2024), discrete distributions with exact approximation",
                "the chain ends in a single symbol; rare ones vanish first",
                "",
                replace("20 symbols, M = 50", SymbolLaw.zipf(20), 50, 300, 400));
    }

    static Preset kazdan() {
        return Reading.preset(
                "kazdan-discrete",
                "A die thrown from its own frequencies",
                "Kazdan et al. 2024, arXiv 2410.16713",
                "replace loses entropy; accumulate does not",
                "",
                replace("replace", SymbolLaw.uniform(6), 1000, 100, 200),
                Scenario.of(
                        "accumulate",
                        new CategoricalFamily(SymbolLaw.uniform(6)),
                        Regime.ACCUMULATE,
                        MixtureSchedule.constant(1, 0, 0, 0),
                        1000,
                        100,
                        200,
                        23));
    }

    static Preset sureshBernoulli() {
        return Reading.preset(
                "suresh-bernoulli",
                "A coin of 0.2 thrown from its own frequency",
                "Suresh et al. 2024, arXiv 2412.17646",
                "the rarer side dies within order n generations",
                "",
                replace("p = 0.2, n = 100", new SymbolLaw(2, 2, 0), 100, 600, 400));
    }

    static Preset sureshZipf() {
        return Reading.preset(
                "suresh-zipf",
                "Zipf-Mandelbrot symbols",
                "Suresh et al. 2024, arXiv 2412.17646",
                "survival lies between 1 - exp(-n p g_k) and 1 - (1 - 3np^2 - 3kp) exp(-n p g_k)",
                "a bigram model of wikitext2",
                replace("exponent 1, shift 2.7", new SymbolLaw(1000, 1, 2.7), 1000, 11, 200),
                replace("exponent 2, shift 5", new SymbolLaw(1000, 2, 5), 1000, 11, 200));
    }

    static Preset seddik() {
        return Reading.preset(
                "seddik",
                "One-hot next words",
                "Seddik et al. 2024, arXiv 2404.05090",
                "1 - E sum p^2 decays by (1 - 1/n) each generation",
                "GPT-2-style small models",
                replace("n = 300", SymbolLaw.zipf(200), 300, 51, 400));
    }

    static Preset bakshi() {
        return Reading.preset(
                "bakshi",
                "A constant share of real data",
                "Bakshi et al. 2026, arXiv 2602.10531",
                "the error settles where drift and immigration balance",
                "GPT-2 scale models",
                mix("rho 0.1", SymbolLaw.zipf(200), 0.1, 300, 51, 400),
                mix("rho 0.3", SymbolLaw.zipf(200), 0.3, 300, 51, 400));
    }

    static Preset dohmatobTails() {
        return Reading.preset(
                "dohmatob-tails",
                "Rare symbols under a power law",
                "Dohmatob et al. 2024, arXiv 2402.07043",
                "tails are lost generation by generation; mixing clean data restores them late",
                "Hutter's memorising learner; Llama-2 and a GCD transformer",
                replace("replace", new SymbolLaw(2000, 1.5, 0), 5000, 21, 60),
                mix("a tenth clean", new SymbolLaw(2000, 1.5, 0), 0.1, 5000, 21, 60));
    }
}
