package io.scapa.simulation.preset;

import io.scapa.simulation.Handling;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.text.CorpusStudy;
import io.scapa.simulation.text.Decoding;
import io.scapa.simulation.text.NgramFamily;
import io.scapa.simulation.text.NgramFamily.Learner;
import io.scapa.simulation.text.TextCorpus;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Presets on the user's own corpus: small language models for large ones. */
final class TextPresets {
    private static final int MOST_TOKENS = 200_000;
    private static final int GENERATIONS = 10;
    private static final long SEED = 81;
    private static final String OPT =
            "OPT-125m, fine-tuned on wikitext2 from the same published model each generation, writing 64 tokens after every"
                    + " 64 by 5-way beam search; here a logistic mixing of contexts, trained beforehand on the corpus's fresh"
                    + " part and tuned in one pass on each generation's data, writing at temperature 1";

    private TextPresets() {}

    static MaterialPreset replaced() {
        return text(
                "A tuned language model on its own text, nothing of the original kept",
                "Shumailov et al., Nature 631:755 (2024), OPT-125m, 5 epochs, no data kept",
                "perplexity on real text from 34 after tuning on real data by 20 to 28 points upwards (the figure's axis runs"
                        + " 35 to 60); zero-shot 115",
                OPT + "; one pass where the paper has 5 epochs",
                corpus -> List.of(run("nothing kept", corpus, Learner.TUNED_MIXING, 0, 0)));
    }

    static MaterialPreset tenthKept() {
        return text(
                "A tuned language model on its own text, a tenth of the original kept",
                "Shumailov et al., Nature 631:755 (2024), OPT-125m, 10 epochs, 10% of the data kept",
                "only minor degradation (the figure's axis runs 32 to 42); epochs were doubled at the same time",
                OPT + "; one pass where the paper has 10 epochs",
                corpus -> List.of(
                        run("a tenth kept", corpus, Learner.TUNED_MIXING, 0.1, 0),
                        run("nothing kept", corpus, Learner.TUNED_MIXING, 0, 0)));
    }

    static MaterialPreset gerstgrasser() {
        return text(
                "A language model trained from scratch under replace and accumulate",
                "Gerstgrasser et al. 2024, arXiv 2404.01413, Llama-2 on TinyStories (second-hand figures)",
                "after 10 steps cross-entropy 2.85 to 3.45 under replace, 2.85 to 2.78 under accumulate",
                "Llama-2 of 12 to 126 million weights; here a logistic mixing of contexts from scratch",
                corpus -> List.of(
                        run("replace", corpus, Learner.MIXING, 0, 0),
                        scenario("accumulate", corpus, Learner.MIXING, Regime.ACCUMULATE, 0, 0, 5)));
    }

    static MaterialPreset suresh() {
        return text(
                "Which words survive a chain of n-gram models",
                "Suresh et al. 2024, arXiv 2412.17646, bigrams on an extract of wikitext2, 10 generations",
                "words of small probability die out at the rate of the bound for symbols",
                "bigrams on 19,203 sentences; here trigram counts, scored by a Kneser-Ney trigram of the same data",
                corpus -> List.of(run("replace", corpus, Learner.COUNTS, 0, 0)));
    }

    static MaterialPreset drayson() {
        Handling resampled =
                Handling.NEUTRAL.with(new Handling.Detector(0.9, 0.05, 0.05, Handling.Action.RESAMPLE, 10));
        return text(
                "Sentences resampled by a detector of model output",
                "Drayson, Yilmaz, Lampos 2025, arXiv 2502.15654",
                "resampling by a detector prevents collapse and can beat human text alone",
                "GPT-2 and SmolLM2 on wikitext2 with ModernBERT as the detector, as much human text as a model's; here"
                        + " the same shares, a Kneser-Ney trigram and a detector of TPR .9 and FPR .05 by chance; a trigram gains"
                        + " nothing from seeing a sentence twice",
                corpus -> {
                    Scenario bare = run("no detector", corpus, Learner.KNESER_NEY, 0.5, 0);
                    return List.of(
                            bare,
                            Scenario.of(
                                            "resampled",
                                            bare.family(),
                                            Regime.MIXTURE,
                                            bare.mixture(),
                                            bare.samples(),
                                            bare.generations(),
                                            bare.chains(),
                                            bare.seed())
                                    .with(Treatment.NONE.handling(resampled)));
                });
    }

    private static MaterialPreset text(
            String title,
            String source,
            String published,
            String standsFor,
            Function<TextCorpus, List<Scenario>> scenarios) {
        return new MaterialPreset(
                title,
                source,
                published,
                standsFor,
                Material.Need.CORPUS,
                material -> new MaterialPreset.Runs(
                        scenarios.apply(Objects.requireNonNull(material.corpus())), Preset.Pictures.NONE));
    }

    private static Scenario run(String name, TextCorpus corpus, Learner learner, double gamma, double eta) {
        return scenario(
                name, corpus, learner, gamma + eta > 0 ? Regime.MIXTURE : Regime.REPLACE, gamma, eta, GENERATIONS);
    }

    private static Scenario scenario(
            String name, TextCorpus corpus, Learner learner, Regime regime, double gamma, double eta, int generations) {
        NgramFamily family = new NgramFamily(corpus, learner, Decoding.PLAIN);
        int tokens = Math.min(MOST_TOKENS, corpus.train().size());
        MixtureSchedule mixture = MixtureSchedule.constant(1 - gamma - eta, 0, gamma, eta);
        return Scenario.of(name, family, regime, mixture, tokens, generations, CorpusStudy.LEAST_SEEDS, SEED);
    }
}
