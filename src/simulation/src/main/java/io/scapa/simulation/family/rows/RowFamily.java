package io.scapa.simulation.family.rows;

import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.random.ChainRandom;
import java.util.List;

/**
 * Any learner of rows under any regime and handling: spread, drift of the centre, and the score of rows of the truth.
 *
 * @param name in scenario files
 * @param learner what is fitted
 * @param leastRows fewest rows that a fit makes sense on
 */
public record RowFamily(String name, RowLearner learner, int leastRows) implements Family {
    private static final int SAMPLE = 200;

    private static final List<Observable> OBSERVABLES = List.of(
            Observable.of("spread", "variance of the model over the truth's", ""),
            Observable.of("mean_sq_error", "squared distance of the model's centre to the truth's", "sd0\u00b2"),
            Observable.of("test_nll", "negative log density of rows of the truth", "nats per row"));

    @Override
    public List<Observable> observables() {
        return OBSERVABLES;
    }

    @Override
    public List<Crossing> defaultCrossings() {
        return List.of(Crossing.below("spread", 0.5), Crossing.above("spread", 2));
    }

    @Override
    public int chunk() {
        return 8;
    }

    @Override
    public void check(Scenario scenario) {
        scenario.treatment().allowOnly(name, Handling.ofRows());
        if (scenario.samples() < leastRows) {
            throw new ScenarioException(
                    "samples", name + " needs at least " + leastRows + " rows, got " + scenario.samples());
        }
        RowGatherer.require(name, learner.width(), leastRows, scenario);
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        ChainRandom fixed = new ChainRandom(scenario.seed() ^ 0x5deece66dL, -1);
        double[] test = rows(learner.truth(), SAMPLE, fixed);
        double truthSpread = spread(rows(learner.truth(), 20_000, fixed));
        return random -> {
            RowGatherer gatherer = new RowGatherer(learner, scenario, random);
            return observed -> observe(gatherer.next(), test, truthSpread, random, observed);
        };
    }

    private double[] rows(RowModel model, int count, ChainRandom random) {
        double[] rows = new double[count * learner.width()];
        for (int i = 0; i < count; i++) {
            model.sample(rows, i * learner.width(), random, 1);
        }
        return rows;
    }

    private double spread(double[] rows) {
        int width = learner.width();
        int count = rows.length / width;
        double sum = 0;
        for (int j = 0; j < width; j++) {
            double mean = centre(rows, j);
            for (int i = 0; i < count; i++) {
                double d = rows[i * width + j] - mean;
                sum += d * d / (count - 1);
            }
        }
        return sum;
    }

    private double centre(double[] rows, int j) {
        int width = learner.width();
        double sum = 0;
        for (int i = j; i < rows.length; i += width) {
            sum += rows[i];
        }
        return sum * width / rows.length;
    }

    private void observe(RowModel model, double[] test, double truthSpread, ChainRandom random, double[] observed) {
        int width = learner.width();
        double error = 0;
        if (model instanceof GaussianLearner.Fitted gaussian) {
            double trace = 0;
            for (int j = 0; j < width; j++) {
                trace += gaussian.variance(j);
                error += gaussian.mean(j) * gaussian.mean(j);
            }
            observed[0] = trace / width;
        } else {
            double[] drawn = rows(model, SAMPLE, random);
            observed[0] = spread(drawn) / truthSpread;
            for (int j = 0; j < width; j++) {
                error += Math.pow(centre(drawn, j), 2);
            }
        }
        observed[1] = error;
        double log = 0;
        for (int i = 0; i < test.length; i += width) {
            log += Math.max(-700, model.logDensity(test, i));
        }
        observed[2] = -log * width / test.length;
    }
}
