package io.scapa.simulation.family.gaussian;

import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.rows.GaussianLearner;
import io.scapa.simulation.family.rows.RowGatherer;
import io.scapa.simulation.theory.GaussianTheory;
import io.scapa.simulation.theory.TheoryCurve;
import java.util.List;

/**
 * The one-dimensional Gaussian: the model is the mean and variance of the last data set; the truth is N(0, 1).
 *
 * @param estimator how the variance is estimated
 * @param sampling whether every sample is drawn, or only the sums that the fit needs
 */
public record GaussianFamily(Estimator estimator, Sampling sampling) implements Family {
    /** How a generation's sums come about. */
    public enum Sampling {
        /** Every sample is drawn. */
        EXPLICIT,
        /** Sum and sum of squares are drawn from their own laws (normal, chi-square): the same law, much faster. */
        SUFFICIENT
    }

    private static final List<Observable> OBSERVABLES = List.of(
            Observable.of("variance", "model variance", "sd0\u00b2"),
            Observable.of("mean", "model mean", "sd0"),
            Observable.moments("mean_sq_error", "squared error of the mean", "sd0\u00b2"),
            Observable.moments("sd", "model standard deviation", "sd0"),
            Observable.moments("log_variance", "log of the model variance", ""),
            Observable.moments("w2_squared", "squared Wasserstein-2 distance to the truth", "sd0\u00b2"));

    /** The Gaussian with every sample drawn. */
    public static GaussianFamily explicit(Estimator estimator) {
        return new GaussianFamily(estimator, Sampling.EXPLICIT);
    }

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public List<Observable> observables() {
        return OBSERVABLES;
    }

    @Override
    public List<Crossing> defaultCrossings() {
        return List.of(
                Crossing.below("variance", 0.5), Crossing.below("variance", 0.1), Crossing.below("variance", 0.01));
    }

    @Override
    public void check(Scenario scenario) {
        scenario.treatment().allowOnly(name(), Handling.ofRows());
        int least = estimator == Estimator.UNBIASED ? 2 : 1;
        if (scenario.samples() < least) {
            throw new ScenarioException(
                    "samples",
                    "a Gaussian needs at least " + least + " rows per generation, got " + scenario.samples());
        }
        boolean mixes = scenario.regime() == Regime.MIXTURE;
        if (scenario.treatment().pool() == 1 || scenario.treatment().pool() > 1 && !mixes) {
            throw new ScenarioException(
                    "pool",
                    "a fixed pool needs the regime mixture and at least 2 rows, got "
                            + scenario.treatment().pool());
        }
    }

    @Override
    public int chunk() {
        return 128;
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        if (!scenario.treatment().handling().neutral()) {
            return random -> new HandledGaussianChain(
                    new RowGatherer(new GaussianLearner(1, estimator), scenario, random), scenario);
        }
        return switch (scenario.regime()) {
            case ACCUMULATE -> random -> new AccumulatingGaussianChain(this, scenario, random);
            case ACCUMULATE_SUBSAMPLE -> random -> new RowGaussianChain(this, scenario, random);
            case REPLACE -> random -> new ReplaceGaussianChain(this, scenario, random);
            case MIXTURE ->
                scenario.treatment().beta() == BetaMeaning.STORED_ROWS
                        ? random -> new RowGaussianChain(this, scenario, random)
                        : random -> new MixtureGaussianChain(this, scenario, random);
        };
    }

    @Override
    public List<TheoryCurve> theory(Scenario scenario) {
        return scenario.treatment().handling().neutral() ? GaussianTheory.of(scenario, estimator) : List.of();
    }

    /** Writes the observables of a model. */
    static void observe(double mean, double variance, double sd, double[] observed) {
        double square = mean * mean;
        observed[0] = variance;
        observed[1] = mean;
        observed[2] = square;
        observed[3] = sd;
        observed[4] = Math.log(variance);
        observed[5] = square + (sd - 1) * (sd - 1);
    }
}
