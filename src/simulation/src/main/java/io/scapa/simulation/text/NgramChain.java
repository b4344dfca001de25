package io.scapa.simulation.text;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Chain;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.text.model.KneserNeyModel;

/** One chain of language models over a corpus. */
final class NgramChain implements Chain {
    /** What the chains of a scenario share: the corpus with what is measured against it. */
    static final class Shared {
        final NgramFamily family;
        final Scenario scenario;
        final Scorer scorer;
        final TextMeasures measures;
        final int[] sentences;

        Shared(NgramFamily family, Scenario scenario) {
            this.family = family;
            this.scenario = scenario;
            TextCorpus corpus = family.corpus();
            int size = corpus.vocabulary().size();
            scorer = new Scorer(corpus.train(), corpus.test(), size);
            measures = new TextMeasures(corpus.train(), size);
            sentences = corpus.train().sentenceStarts();
        }
    }

    private final Shared shared;
    private final ChainRandom random;
    private final int budget;
    private Tokens data;
    private Tokens previous;
    private final Tokens all;
    private int freshFrom;
    private int trained;
    private LanguageModel model = (tokens, into, stream) -> {
        throw new IllegalStateException("no model yet");
    };

    NgramChain(Shared shared, ChainRandom random) {
        this.shared = shared;
        this.random = random;
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
        KneserNeyModel scored = shared.scorer.train(training);
        double[] perplexity = shared.scorer.perplexity(scored);
        observed[0] = perplexity[0];
        observed[1] = perplexity[1];
        shared.measures.measure(training, budget, observed, 2);
        model = shared.family.train(training, scored);
        trained++;
    }

    private void gather() {
        Regime regime = shared.scenario.regime();
        if (trained == 0) {
            real(budget);
        } else if (regime == Regime.MIXTURE) {
            mix(shared.scenario.mixture().at(trained, random));
        } else {
            model.write(budget, data, random);
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
                sentencesOf(all, all.sentenceStarts(), budget);
                yield data;
            }
        };
    }

    private void mix(Mixture mixture) {
        int beta = (int) Math.round(mixture.beta() * budget);
        boolean latest = shared.scenario.treatment().beta() == BetaMeaning.LATEST_MODEL;
        int gamma = (int) Math.round(mixture.gamma() * budget);
        int eta = (int) Math.round(mixture.eta() * budget);
        int written = budget - gamma - eta - (latest ? 0 : beta);
        if (written > 0) {
            model.write(written, data, random);
        }
        if (beta > 0 && !latest) {
            sentencesOf(previous, previous.sentenceStarts(), beta);
        }
        if (gamma > 0) {
            real(gamma);
        }
        if (eta > 0) {
            fresh(eta);
        }
    }

    /** Sentences of the real training data, without replacement within a generation; the first generation takes them in order. */
    private void real(int tokens) {
        Tokens train = shared.family.corpus().train();
        if (trained == 0) {
            int until = Math.min(train.size(), tokens);
            while (until < train.size() && train.get(until - 1) != Tokens.END) {
                until++;
            }
            data.add(train, 0, until);
        } else {
            sentencesOf(train, shared.sentences, tokens);
        }
    }

    private void sentencesOf(Tokens source, int[] starts, int tokens) {
        int[] order = new int[starts.length - 1];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int target = data.size() + tokens;
        for (int i = 0; i < order.length && data.size() < target; i++) {
            int other = i + random.nextInt(order.length - i);
            int chosen = order[other];
            order[other] = order[i];
            data.add(source, starts[chosen], starts[chosen + 1]);
        }
    }

    /** The next stretch of fresh text, up to the end of a sentence. */
    private void fresh(int tokens) {
        Tokens fresh = shared.family.corpus().fresh();
        int until = Math.min(fresh.size(), freshFrom + tokens);
        while (until < fresh.size() && fresh.get(until - 1) != Tokens.END) {
            until++;
        }
        if (until - freshFrom < tokens / 2) {
            throw new ScenarioException(
                    "mixture.eta",
                    "the corpus ran out of fresh text at generation " + trained + "; it is never used twice");
        }
        data.add(fresh, freshFrom, until);
        freshFrom = until;
    }
}
