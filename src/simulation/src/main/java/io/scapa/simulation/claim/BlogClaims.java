package io.scapa.simulation.claim;

import io.scapa.simulation.claim.ClaimCheck.Finding;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.preset.MooreBlog;
import java.util.List;

/** Claims of the two blog posts. */
final class BlogClaims {
    private BlogClaims() {}

    /** @param published whether the code's faults are in: the verdict rests on them */
    static Finding disappearsByTheSixth(boolean published) {
        List<double[]> data = MooreBlog.data(published, MooreBlog.SEED, 100, 1, 6);
        double variance = MooreBlog.variance(data.get(5));
        if (published) {
            return ClaimChecks.finding(
                    "the code squares the spread every step: log sd_n = sum 2^(n-k) e_k",
                    "variance of generation 6 is " + Measure.number(variance) + " in the blog's own sequence",
                    variance < 0.05);
        }
        SimulationResult result = Measure.run("moore-blog", 1);
        long hits = result.crossedBy(0, 6);
        return ClaimChecks.finding(
                "expected log variance of model 6 is -.0608",
                "variance of generation 6 is " + Measure.number(variance) + " in the blog's own sequence; "
                        + Measure.share("below .5 by generation 6:", hits, result.chains()),
                variance < 0.05 && Measure.share(hits, result.chains()).lower() > 0.5);
    }

    static Finding shrinksWhateverTheSeed() {
        SimulationResult result = Measure.run("moore-blog", 0);
        double median = Measure.median(result, "variance");
        long small = result.crossedBy(0, 6);
        long large = result.crossedBy(1, 6);
        double below = result.tally().quantiles(0, result.row(6)).shareBelow(1);
        return ClaimChecks.finding(
                "the direction is a coin flip",
                Measure.share("below .01:", small, result.chains()) + ", "
                        + Measure.share("above 100:", large, result.chains()) + ", below 1: "
                        + Measure.number(100 * below) + "%, median " + Measure.number(median),
                below >= 0.95);
    }

    static Finding staysNearOne(boolean published) {
        SimulationResult result = Measure.run("moore-blog", published ? 2 : 3);
        Moments moments = Measure.moments(result, "variance");
        return ClaimChecks.finding(
                published ? "original rows are all 0 in the code" : "fixed point 1.00102",
                "mean variance at generation 300 is " + Measure.mean(moments),
                Math.abs(moments.mean() - 1) < 0.05);
    }

    static Finding shapeIsLost() {
        SimulationResult result = Measure.run("poly-blog", 0);
        Moments moments = Measure.moments(result, "mse");
        return ClaimChecks.finding(
                "MSE(500) = .859",
                "mean error " + Measure.mean(moments) + " against a signal variance of .455",
                moments.mean() - 2 * moments.standardError() > 0.455);
    }
}
