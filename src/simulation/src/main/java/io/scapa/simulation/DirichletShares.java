package io.scapa.simulation;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.random.Variates;

/** Random shares around a mean: a Dirichlet variate by normalised gamma variates. */
final class DirichletShares {
    private DirichletShares() {}

    static Mixture draw(Mixture mean, double concentration, ChainRandom random) {
        double alpha = part(mean.alpha(), concentration, random);
        double beta = part(mean.beta(), concentration, random);
        double gamma = part(mean.gamma(), concentration, random);
        double eta = part(mean.eta(), concentration, random);
        return alpha + beta + gamma + eta > 0 ? Mixture.ofAmounts(alpha, beta, gamma, eta) : mean;
    }

    private static double part(double share, double concentration, ChainRandom random) {
        return share == 0 ? 0 : Variates.gamma(random, share * concentration);
    }
}
