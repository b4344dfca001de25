package io.scapa.simulation.text;

import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import java.util.List;

/**
 * A language model over a corpus of words, trained on what the last one wrote. Generation 0 is trained on the real training
 * data; a generation's observables are those of the data that its model is trained on, and of that model on held-out text.
 * Shares are by tokens: synthetic sentences replace real ones by budget.
 *
 * @param corpus the user's text, split
 * @param learner what is trained each generation
 * @param decoding how it writes
 */
public record NgramFamily(TextCorpus corpus, TextLearner learner, Decoding decoding) implements Family {
    /** What is trained each generation. */
    public enum Learner implements TextLearner {
        /** Trigram counts, drawn as they are. */
        COUNTS("ngram-counts"),
        /** Interpolated Kneser-Ney trigram. */
        KNESER_NEY("ngram-kneser-ney"),
        /** Logistic mixing of contexts, a small learned model. */
        MIXING("context-mixing"),
        /** The same, trained beforehand on the corpus's fresh part and then, each generation anew, on the generation's data. */
        TUNED_MIXING("context-mixing-tuned");

        private final String label;

        Learner(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public LanguageModel train(Tokens data, int vocabularySize, Decoding decoding) {
            return TextLearners.train(this, data, vocabularySize, decoding);
        }
    }

    private static final int LEAST_BASE = 2_000;

    private static final List<Observable> OBSERVABLES = List.of(
            Observable.of("perplexity", "perplexity on held-out real text", ""),
            Observable.of("rare_perplexity", "perplexity on the rarest tenth of held-out words", ""),
            Observable.of("tail_survival", "share of rare words still alive", ""),
            Observable.of("vocabulary", "share of words still alive", ""),
            Observable.of("entropy", "entropy of the words", "bits"),
            Observable.of("distinct_1", "distinct words per word", ""),
            Observable.of("distinct_2", "distinct pairs per word", ""),
            Observable.of("distinct_3", "distinct triples per word", ""),
            Observable.of("kl", "divergence KL of real words to these", "bits"),
            Observable.of("js", "divergence JS between real words and these", "bits"),
            Observable.of("self_bleu", "self-BLEU-4", ""),
            Observable.of("compression", "deflated size over plain size", ""),
            Observable.of("copied", "share of 8-word runs copied from the real training text", ""));

    @Override
    public String name() {
        return learner.label();
    }

    @Override
    public List<Observable> observables() {
        return OBSERVABLES;
    }

    @Override
    public List<Crossing> defaultCrossings() {
        return List.of(Crossing.below("tail_survival", 0.5));
    }

    @Override
    public int chunk() {
        return 1;
    }

    @Override
    public int firstGeneration() {
        return 0;
    }

    @Override
    public void check(Scenario scenario) {
        scenario.treatment()
                .allowOnly(name(), "contamination", "realWeight", "detector", "bestOf", "duplicates", "editing");
        if (scenario.treatment().pool() > 0) {
            throw new ScenarioException(
                    "pool",
                    name() + " draws gamma from the corpus's training part: expected 0, got "
                            + scenario.treatment().pool());
        }
        if (learner == Learner.TUNED_MIXING
                && (corpus.fresh().size() < LEAST_BASE
                        || scenario.mixture().nominal().eta() > 0)) {
            throw new ScenarioException(
                    "family.learner",
                    "a tuned model is trained beforehand on the fresh part: it needs " + LEAST_BASE
                            + " tokens there, and eta = 0; got "
                            + corpus.fresh().size() + " tokens and eta = "
                            + scenario.mixture().nominal().eta());
        }
        if ((learner == Learner.MIXING || learner == Learner.TUNED_MIXING)
                && (decoding.topK() > 0 || decoding.topP() < 1)) {
            throw new ScenarioException(
                    "decoding", "context mixing writes without top-k and top-p, at any temperature");
        }
        if (scenario.samples() > corpus.train().size()) {
            throw new ScenarioException(
                    "samples",
                    "the corpus has " + corpus.train().size() + " training tokens, the scenario asks for "
                            + scenario.samples());
        }
        if (scenario.regime() == Regime.MIXTURE) {
            checkMixture(scenario);
        }
    }

    private void checkMixture(Scenario scenario) {
        double eta = scenario.mixture().nominal().eta();
        long wanted = (long) Math.ceil(eta * scenario.samples() * (scenario.generations() - 1.0));
        if (scenario.mixture() instanceof MixtureSchedule.Constant
                && wanted > corpus.fresh().size()) {
            throw new ScenarioException(
                    "mixture.eta",
                    "eta = " + eta + " needs " + wanted + " fresh tokens over " + scenario.generations()
                            + " generations, the corpus has " + corpus.fresh().size()
                            + " beside its training and held-out parts; fresh documents are never used twice");
        }
        BetaMeaning beta = scenario.treatment().beta();
        if (scenario.mixture().nominal().beta() > 0
                && beta != BetaMeaning.STORED_ROWS
                && beta != BetaMeaning.LATEST_MODEL) {
            throw new ScenarioException(
                    "treatment.beta", "text chains read beta as stored-rows or latest-model, got " + beta);
        }
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        NgramChain.Shared shared = new NgramChain.Shared(this, scenario);
        return random -> new NgramChain(shared, random);
    }

    /** Trains the models of a scenario's chains; safe for use by several threads. */
    @FunctionalInterface
    interface Trainer {
        /** A model of a generation's data. */
        LanguageModel train(Tokens data);
    }

    Trainer trainer(Scorer scorer) {
        int words = corpus.learnable();
        if (learner == Learner.KNESER_NEY) {
            return data -> scorer.smoothed(data, decoding);
        }
        if (learner == Learner.TUNED_MIXING) {
            MixingModel base = MixingModel.base(corpus, decoding);
            return base::tuned;
        }
        return data -> learner.train(data, words, decoding);
    }

    @Override
    public String toString() {
        return "NgramFamily[corpus=" + corpus.name() + ", train="
                + corpus.train().size() + ", learner=" + learner.label() + ", decoding=" + decoding + "]";
    }
}
