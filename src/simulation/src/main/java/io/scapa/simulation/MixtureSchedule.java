package io.scapa.simulation;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.random.ChainRandom;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The mixture of each generation: constant, scheduled, or random per generation. */
public sealed interface MixtureSchedule {
    /**
     * The mixture that generation {@code n + 1}'s data is drawn from, when model {@code n} is the latest.
     *
     * @param generation n, from 1
     * @param random used by random schedules only
     */
    Mixture at(int generation, ChainRandom random);

    /** The first mixture, or the mean of a random schedule: what a report calls "the mixture". */
    Mixture nominal();

    /**
     * Whether a share is above 0 in any generation.
     *
     * @param share such as {@code Mixture::eta}
     */
    default boolean ever(ToDoubleFunction<Mixture> share) {
        return share.applyAsDouble(nominal()) > 0;
    }

    /** The same every generation. */
    record Constant(Mixture mixture) implements MixtureSchedule {
        @Override
        public Mixture at(int generation, ChainRandom random) {
            return mixture;
        }

        @Override
        public Mixture nominal() {
            return mixture;
        }
    }

    /**
     * One mixture per generation; the last one goes on.
     *
     * @param mixtures at least one
     */
    record Stepwise(List<Mixture> mixtures) implements MixtureSchedule {
        public Stepwise {
            mixtures = List.copyOf(mixtures);
            if (mixtures.isEmpty()) {
                throw new ScenarioException("mixture.schedule", "expected at least one mixture, got none");
            }
        }

        @Override
        public Mixture at(int generation, ChainRandom random) {
            return mixtures.get(Math.min(generation, mixtures.size()) - 1);
        }

        @Override
        public Mixture nominal() {
            return mixtures.get(0);
        }

        @Override
        public boolean ever(ToDoubleFunction<Mixture> share) {
            return mixtures.stream().anyMatch(mixture -> share.applyAsDouble(mixture) > 0);
        }
    }

    /**
     * A Dirichlet draw around a mean, new each generation and chain.
     *
     * @param mean the mean shares
     * @param concentration above 0; larger is closer to the mean: each share's variance is m (1 - m) / (concentration + 1)
     */
    record Random(Mixture mean, double concentration) implements MixtureSchedule {
        public Random {
            if (!(concentration > 0) || concentration > 1e12) {
                throw new ScenarioException("mixture.concentration", "expected a number above 0, got " + concentration);
            }
        }

        @Override
        public Mixture at(int generation, ChainRandom random) {
            return DirichletShares.draw(mean, concentration, random);
        }

        @Override
        public Mixture nominal() {
            return mean;
        }
    }

    /** The same mixture every generation. */
    static MixtureSchedule constant(double alpha, double beta, double gamma, double eta) {
        return new Constant(new Mixture(alpha, beta, gamma, eta));
    }
}
