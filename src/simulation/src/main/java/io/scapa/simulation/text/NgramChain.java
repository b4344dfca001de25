package io.scapa.simulation.text;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Chain;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.random.ChainRandom;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One chain of language models over a corpus. */
final class NgramChain implements Chain {
    /** Rounds in which what a detector dropped is made good; one that drops nearly all leaves a smaller data set. */
    private static final int MOST_ROUNDS = 60;

    /** What the chains of a scenario share: the corpus with what is measured against it. */
    static final class Shared {
        final NgramFamily family;
        final Scenario scenario;
        final Scorer scorer;
        final TextMeasures measures;
        final TextHandling handling;
        final int[] sentences;
        final NgramFamily.Trainer trainer;

        Shared(NgramFamily family, Scenario scenario) {
            this.family = family;
            this.scenario = scenario;
            TextCorpus corpus = family.corpus();
            int size = corpus.learnable();
            scorer = new Scorer(corpus.train(), corpus.test(), size);
            measures = new TextMeasures(corpus.train(), size);
            handling = new TextHandling(scenario.treatment().handling(), corpus.train(), size);
            sentences = corpus.train().sentenceStarts();
            trainer = family.trainer(scorer);
        }
    }

    private final Shared shared;
    private final ChainRandom random;
    private final SentencePools pools;
    private final SentenceWriter writer;
    private final Handling handling;
    private final int budget;
    private Tokens data;
    private Tokens previous;
    private final Tokens all;
    private int trained;
    private @Nullable LanguageModel model;

    NgramChain(Shared shared, ChainRandom random) {
        this.shared = shared;
        this.random = random;
        pools = new SentencePools(shared.family.corpus(), shared.sentences, random);
        handling = shared.scenario.treatment().handling();
        writer = new SentenceWriter(handling, shared.handling);
        budget = shared.scenario.samples();
        data = new Tokens(budget + 1024);
        previous = new Tokens(budget + 1024);
        all = new Tokens(16);
    }

    @Override
    public void next(double[] observed) {
        Tokens old = previous;
        previous = data;
        data = old;
        data.clear();
        gather();
        Tokens training = trainingData();
        LanguageModel latest = shared.trainer.train(training);
        double[] perplexity =
                latest.scores() ? shared.scorer.perplexity(latest::logProbability) : shared.scorer.perplexity(training);
        observed[0] = perplexity[0];
        observed[1] = perplexity[1];
        shared.measures.measure(training, budget, observed, 2);
        model = latest;
        trained++;
    }

    private void gather() {
        if (model == null) {
            pools.first(budget, data);
        } else if (handling.neutral()) {
            draw(model, mixture(), budget, data, new BitSet());
        } else {
            handled(model);
        }
    }

    private Mixture mixture() {
        return shared.scenario.regime() == Regime.MIXTURE
                ? shared.scenario.mixture().at(trained, random)
                : new Mixture(1, 0, 0, 0);
    }

    private void handled(LanguageModel latest) {
        Mixture mixture = mixture();
        BitSet synthetic = new BitSet();
        int sentences = 0;
        boolean refills = handling.detector() != null && handling.detector().action() == Handling.Action.REFILL;
        for (int round = 0; round == 0 || refills && round < MOST_ROUNDS && data.size() < budget; round++) {
            Tokens drawn = new Tokens(budget - data.size() + 1024);
            BitSet origins = new BitSet();
            draw(latest, mixture, budget - data.size(), drawn, origins);
            sentences = shared.handling.filter(drawn, origins, data, synthetic, sentences, random);
        }
        if (data.size() == 0) {
            // A detector that leaves nothing to train on leaves the last data set in place.
            data.add(previous, 0, previous.size());
        }
        data = shared.handling.reshape(data, synthetic, random);
    }

    /** Draws about a number of tokens by the shares; {@code synthetic} receives the sentences that a model wrote. */
    private void draw(LanguageModel latest, Mixture mixture, int tokens, Tokens into, BitSet synthetic) {
        boolean latestIsBeta = shared.scenario.treatment().beta() == BetaMeaning.LATEST_MODEL;
        int beta = latestIsBeta ? 0 : (int) Math.round(mixture.beta() * tokens);
        int gamma = (int) Math.round(mixture.gamma() * tokens);
        int eta = (int) Math.round(mixture.eta() * (1 - handling.contamination()) * tokens);
        int written = tokens - gamma - eta - beta;
        if (written > 0) {
            writer.write(latest, written, previous, into, random);
        }
        if (beta > 0) {
            pools.some(previous, previous.sentenceStarts(), beta, into);
        }
        // A stored sentence counts as model output once the first generation has passed.
        synthetic.set(0, trained > 1 || beta == 0 ? into.sentenceStarts().length - 1 : 0);
        if (gamma > 0) {
            pools.original(gamma, into);
        }
        if (eta > 0) {
            pools.fresh(eta, trained, into);
        }
    }

    private Tokens trainingData() {
        return switch (shared.scenario.regime()) {
            case REPLACE, MIXTURE -> data;
            case ACCUMULATE -> {
                all.add(data, 0, data.size());
                yield all;
            }
            case ACCUMULATE_SUBSAMPLE -> {
                all.add(data, 0, data.size());
                data.clear();
                pools.some(all, all.sentenceStarts(), budget, data);
                yield data;
            }
        };
    }
}
