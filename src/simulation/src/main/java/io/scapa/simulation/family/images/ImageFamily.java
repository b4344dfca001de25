package io.scapa.simulation.family.images;

import io.scapa.simulation.Chain;
import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.family.rows.RowGatherer;
import io.scapa.simulation.family.rows.RowModel;
import io.scapa.simulation.random.ChainRandom;
import java.util.List;

/**
 * Probabilistic principal components on pictures, the linear variational auto-encoder (Lucas et al. 2019), in the place of a
 * deep one. Real rows are pictures of the set, drawn with replacement; a fifth of the set is held out.
 *
 * @param images the pictures
 * @param components size of the code
 * @param noisy whether what it draws has the pixel noise in it, whose variance is then estimated each generation. Without, it
 *     draws the decoder's mean under a noise that stays as the real pictures had it, as auto-encoders of pictures do: every
 *     generation loses that much variance along every component, and components with less are given up (Lucas et al. 2019,
 *     "posterior collapse")
 */
public record ImageFamily(ImageSet images, int components, boolean noisy) implements Family {
    private static final int MOST_HELD_OUT = 400;
    private static final int MOST_FOR_NOISE = 4000;

    private static final List<Observable> OBSERVABLES = List.of(
            Observable.of("spread", "variance of the model's pictures over the real ones'", ""),
            Observable.of("dimensions", "effective dimensions of the code", ""),
            Observable.of(
                    "reconstruction_error", "squared error of held-out pictures, encoded and decoded", "per pixel"),
            Observable.of("test_nll", "negative log density of held-out pictures", "nats per pixel"));

    public ImageFamily {
        if (components < 1 || components >= images.pixels()) {
            throw new ScenarioException(
                    "family.components", "expected 1 to " + (images.pixels() - 1) + ", got " + components);
        }
    }

    @Override
    public String name() {
        return "principal-components";
    }

    @Override
    public List<Observable> observables() {
        return OBSERVABLES;
    }

    @Override
    public List<Crossing> defaultCrossings() {
        return List.of(Crossing.below("spread", 0.5), Crossing.below("dimensions", 2));
    }

    @Override
    public int chunk() {
        return 1;
    }

    @Override
    public void check(Scenario scenario) {
        scenario.treatment()
                .allowOnly(name(), "contamination", "realWeight", "samplingBias", "detector", "bestOf", "duplicates");
        RowGatherer.require(name(), images.pixels(), components + 1, scenario);
        if (scenario.samples() <= components) {
            throw new ScenarioException(
                    "samples",
                    "a code of " + components + " numbers needs more rows than that, got " + scenario.samples());
        }
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        List<double[]> test = images.pictures().subList(0, Math.min(MOST_HELD_OUT, held()));
        Drawn truth = truth();
        double spread = truth.totalVariance();
        double noise = noise(truth);
        UsualPicture usual = truth.usual();
        return random -> chain(gatherer(scenario, random, truth, usual, noise), test, spread);
    }

    private int held() {
        return images.pictures().size() / 5;
    }

    private Drawn truth() {
        return new Drawn(images.pictures().subList(held(), images.pictures().size()));
    }

    /** What the components leave of the real pictures' variance, per pixel; NaN where each generation estimates its own. */
    private double noise(Drawn truth) {
        if (noisy) {
            return Double.NaN;
        }
        int count = Math.min(MOST_FOR_NOISE, truth.pictures().size());
        double[] rows = new double[count * images.pixels()];
        for (int i = 0; i < count; i++) {
            System.arraycopy(truth.pictures().get(i), 0, rows, i * images.pixels(), images.pixels());
        }
        return new ComponentsLearner(images.pixels(), components, false, truth, truth.usual(), Double.NaN)
                .fit(rows, null, count, new ChainRandom(0, 0))
                .noise();
    }

    private RowGatherer gatherer(Scenario scenario, ChainRandom random, Drawn truth, UsualPicture usual, double noise) {
        return new RowGatherer(
                new ComponentsLearner(images.pixels(), components, noisy, truth, usual, noise), scenario, random);
    }

    private Chain chain(RowGatherer rows, List<double[]> test, double spread) {
        return observed -> {
            PrincipalComponents model = (PrincipalComponents) rows.next();
            double error = 0;
            double log = 0;
            for (double[] picture : test) {
                error += model.reconstructionError(picture, 0);
                log += model.logDensity(picture, 0);
            }
            observed[0] = model.totalVariance() / spread;
            observed[1] = model.effectiveDimensions();
            observed[2] = error / test.size();
            observed[3] = -log / test.size() / images.pixels();
        };
    }

    /**
     * The models of one chain, generation by generation: for pictures of what they draw.
     *
     * @param generations how many
     */
    public List<PrincipalComponents> models(Scenario scenario, int generations, ChainRandom random) {
        Drawn truth = truth();
        RowGatherer rows = gatherer(scenario, random, truth, truth.usual(), noise(truth));
        List<PrincipalComponents> models = new java.util.ArrayList<>();
        for (int g = 0; g < generations; g++) {
            models.add((PrincipalComponents) rows.next());
        }
        return models;
    }

    @Override
    public String toString() {
        return "ImageFamily[images=" + images.name() + ", pictures="
                + images.pictures().size() + ", side=" + images.side() + ", components=" + components + ", noisy="
                + noisy
                + "]";
    }

    /** Real pictures, drawn with replacement. */
    private record Drawn(List<double[]> pictures) implements RowModel {
        @Override
        public void sample(double[] out, int at, ChainRandom random, double bias) {
            double[] picture = pictures.get(random.nextInt(pictures.size()));
            System.arraycopy(picture, 0, out, at, picture.length);
        }

        @Override
        public double logDensity(double[] rows, int at) {
            throw new UnsupportedOperationException("the law of real pictures is not known");
        }

        UsualPicture usual() {
            return UsualPicture.of(pictures);
        }

        double totalVariance() {
            double sum = 0;
            for (int j = 0; j < pictures.get(0).length; j++) {
                double mean = 0;
                double squares = 0;
                for (double[] picture : pictures) {
                    mean += picture[j] / pictures.size();
                    squares += picture[j] * picture[j] / pictures.size();
                }
                sum += squares - mean * mean;
            }
            return sum;
        }
    }
}
