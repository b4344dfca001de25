package io.scapa.simulation.preset;

import io.scapa.simulation.Crossing;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.chart.CurvesChart;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.chart.RidgeChart;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.regression.PolynomialChain;
import io.scapa.simulation.family.regression.PolynomialFamily;
import io.scapa.simulation.family.regression.Target;
import io.scapa.simulation.random.ChainRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two blog posts whose pictures started the discussion, as published and corrected. */
final class BlogPresets {
    private static final int MOORE_ROWS = 100;
    private static final int POLYNOMIAL_GENERATIONS = 500;

    private BlogPresets() {}

    static Preset moore() {
        MixtureSchedule nineTenthsReal = MixtureSchedule.constant(0.1, 0, 0.9, 0);
        List<Crossing> six = List.of(Crossing.below("variance", 0.5), Crossing.below("variance", 0.01));
        GaussianFamily gaussian = GaussianFamily.explicit(Estimator.UNBIASED);
        List<Scenario> scenarios = List.of(
                Scenario.replace("as published", new MooreFamily(true), MOORE_ROWS, 6, 20_000, 1),
                Scenario.replace("corrected", gaussian, MOORE_ROWS, 300, 10_000, 2)
                        .watching(six),
                Scenario.of(
                        "gamma .9 as published",
                        new MooreFamily(true),
                        Regime.MIXTURE,
                        nineTenthsReal,
                        MOORE_ROWS,
                        300,
                        200,
                        3),
                Scenario.of(
                        "gamma .9 corrected", gaussian, Regime.MIXTURE, nineTenthsReal, MOORE_ROWS, 300, 10_000, 4));
        return new Preset(
                "moore-blog",
                "A Gaussian that is fitted to 100 of its own samples",
                "Moore, blog post on model collapse with d3 code, September 2025",
                "the variance disappears by the sixth generation; with gamma = 0.9 it stays near 1 at generation 300",
                "",
                scenarios,
                BlogPresets::moorePictures,
                BlogPresets::readMoore);
    }

    private static String readMoore(List<SimulationResult> results) {
        SimulationResult published = results.get(0);
        SimulationResult corrected = results.get(1);
        SimulationResult mixed = results.get(3);
        return "the published code is a coin flip: by generation 6 the variance is below .01 in "
                + share(published, 0, 6) + " of seeds and above 100 in " + share(published, 1, 6)
                + ", because it squares the spread every step. The stated equations put "
                + share(corrected, 0, 6) + " of chains below half the variance by generation 6, and half of them by "
                + Numbers.significant(corrected.firstCrossingQuantile(0, 0.5), 3)
                + ". The gamma = 0.9 claim holds for the equations (mean variance "
                + Numbers.significant(mixed.moments("variance", 300).mean(), 4)
                + " at generation 300) but not for the published code, whose original rows are all 0 (variance "
                + Numbers.significant(results.get(2).moments("variance", 300).mean(), 2) + ")";
    }

    private static String share(SimulationResult result, int crossing, int generation) {
        return Numbers.percent(result.crossedBy(crossing, generation) / (double) result.chains(), 3);
    }

    private static Map<String, String> moorePictures() {
        Map<String, String> pictures = new LinkedHashMap<>();
        pictures.put("replay-as-published", replay(true));
        pictures.put("replay-corrected", replay(false));
        return pictures;
    }

    /** The blog's own histograms, from its own random numbers. */
    private static String replay(boolean published) {
        List<RidgeChart.Ridge> ridges = new ArrayList<>();
        List<double[]> data = MooreBlog.data(published, MooreBlog.SEED, MOORE_ROWS, 1, 6);
        for (int i = 0; i < data.size(); i++) {
            ridges.add(new RidgeChart.Ridge(
                    "generation " + (i + 1),
                    RidgeChart.histogram(data.get(i), -3, 3, 30),
                    "variance " + Numbers.significant(MooreBlog.variance(data.get(i)), 3)));
        }
        return RidgeChart.of(
                published
                        ? "The blog's six generations, as published"
                        : "The same six generations with the square root restored",
                "100 rows each from the blog's own generator and seed; "
                        + (published
                                ? "the code sets sd to the variance, so the spread is squared every step"
                                : "same random numbers, sd = square root of the variance"),
                "value (sd0); heights are square roots of counts",
                ridges,
                -3,
                3);
    }

    static Preset polynomial() {
        PolynomialFamily family = new PolynomialFamily(Target.COSINE, 3, 0.1);
        Scenario scenario = Scenario.replace("poly-blog", family, 30, POLYNOMIAL_GENERATIONS, 256, 0);
        return new Preset(
                "poly-blog",
                "A cubic fitted to 30 noisy points of itself",
                "Blog post on recursive polynomial regression (cos(1.5 pi x), 30 points, noise 0.1, seed 0)",
                "the shape is almost entirely lost after 500 generations",
                "",
                List.of(scenario),
                () -> Map.of("curves", curves(family, scenario)),
                results -> "the mean error at generation 500 is "
                        + Numbers.significant(
                                results.get(0)
                                        .moments("mse", POLYNOMIAL_GENERATIONS)
                                        .mean(),
                                3)
                        + " (median "
                        + Numbers.significant(results.get(0).quantile("mse", POLYNOMIAL_GENERATIONS, 0.5), 3)
                        + ") against a signal variance of 0.455: the claim holds; the error grows by the same step every generation,"
                        + " and half of the chains have passed the signal's own variance by generation "
                        + Numbers.significant(results.get(0).firstCrossingQuantile(1, 0.5), 4));
    }

    private static String curves(PolynomialFamily family, Scenario scenario) {
        int[] shown = {1, 10, 50, 200, POLYNOMIAL_GENERATIONS};
        PolynomialChain chain = (PolynomialChain) family.chains(scenario).chain(new ChainRandom(scenario.seed(), 0));
        List<CurvesChart.Curve> curves = new ArrayList<>();
        curves.add(new CurvesChart.Curve("truth, cos(1.5 pi x)", values(family.target()::at)));
        double[] observed = new double[1];
        int generation = 0;
        for (int wanted : shown) {
            while (generation < wanted) {
                chain.next(observed);
                generation++;
            }
            curves.add(new CurvesChart.Curve("generation " + wanted, values(chain::at)));
        }
        return CurvesChart.of(
                "What one chain remembers of the curve",
                "cubic fit to 30 points of the previous fit, noise sd 0.1; the first of the chains",
                "x",
                "y",
                0,
                1,
                curves);
    }

    private static double[] values(java.util.function.DoubleUnaryOperator curve) {
        double[] values = new double[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = curve.applyAsDouble(i / 100.0);
        }
        return values;
    }
}
