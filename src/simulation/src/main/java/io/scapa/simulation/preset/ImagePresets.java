package io.scapa.simulation.preset;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.chart.ImageGridChart;
import io.scapa.simulation.family.images.ImageFamily;
import io.scapa.simulation.family.images.ImageSet;
import io.scapa.simulation.family.images.PrincipalComponents;
import io.scapa.simulation.random.ChainRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Presets on pictures: probabilistic principal components, the linear auto-encoder, for deep ones. */
final class ImagePresets {
    private static final int COMPONENTS = 20;
    private static final int ROWS = 500;
    private static final int CHAINS = 5;
    private static final int COLUMNS = 10;
    private static final int[] SHOWN = {1, 2, 5, 10, 20, 30, 40};
    private static final String STANDS =
            "; here probabilistic principal components with a code of 20, the linear auto-encoder, on 500 pictures a"
                    + " generation, drawn as the decoder's mean where the name does not say otherwise";

    private ImagePresets() {}

    static MaterialPreset shumailov() {
        return new MaterialPreset(
                "Pictures drawn from pictures drawn from pictures",
                "Shumailov et al. 2023, arXiv 2305.17493, variational auto-encoder (setting from memory)",
                "digits blur until all look alike",
                "a variational auto-encoder on MNIST" + STANDS,
                Material.Need.IMAGES,
                material -> {
                    ImageSet images = Objects.requireNonNull(material.images());
                    ImageFamily mean = family(images, false);
                    return runs(
                            run("replace", mean, Regime.REPLACE, 1, 40),
                            run("replace, with pixel noise", family(images, true), Regime.REPLACE, 1, 40),
                            run("gamma .1", mean, Regime.MIXTURE, 0.9, 40));
                });
    }

    static MaterialPreset gerstgrasser() {
        return new MaterialPreset(
                "Pictures under replace and accumulate",
                "Gerstgrasser et al. 2024, arXiv 2404.01413, variational auto-encoder (second-hand)",
                "replace degrades; accumulate rises slowly",
                "a variational auto-encoder on CelebA, 8 iterations" + STANDS,
                Material.Need.IMAGES,
                material -> {
                    ImageFamily mean = family(Objects.requireNonNull(material.images()), false);
                    return runs(
                            run("replace", mean, Regime.REPLACE, 1, 9),
                            run("accumulate", mean, Regime.ACCUMULATE, 1, 9));
                });
    }

    private static ImageFamily family(ImageSet images, boolean noisy) {
        return new ImageFamily(images, Math.min(COMPONENTS, images.pixels() / 4), noisy);
    }

    private static Scenario run(String name, ImageFamily family, Regime regime, double alpha, int generations) {
        MixtureSchedule mixture = MixtureSchedule.constant(alpha, 0, 1 - alpha, 0);
        return Scenario.of(name, family, regime, mixture, ROWS, generations, CHAINS, 71);
    }

    private static MaterialPreset.Runs runs(Scenario... scenarios) {
        return new MaterialPreset.Runs(List.of(scenarios), () -> pictures(scenarios));
    }

    private static Map<String, String> pictures(Scenario... scenarios) {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            pictures.put("pictures-" + scenario.name().replaceAll("[^a-z0-9]+", "-"), grid(scenario));
        }
        return pictures;
    }

    private static String grid(Scenario scenario) {
        ImageFamily family = (ImageFamily) scenario.family();
        List<ImageGridChart.Row> rows = new ArrayList<>();
        rows.add(new ImageGridChart.Row("real", family.images().pictures().subList(0, COLUMNS)));
        List<PrincipalComponents> models =
                family.models(scenario, scenario.generations(), new ChainRandom(scenario.seed(), 0));
        for (int generation : SHOWN) {
            if (generation <= models.size()) {
                rows.add(new ImageGridChart.Row("generation " + generation, drawn(models.get(generation - 1), family)));
            }
        }
        return ImageGridChart.of(
                "What generation after generation draws: " + scenario.name(),
                "one chain on " + family.images().name() + ", " + scenario.samples()
                        + " pictures a generation, a code of " + family.components()
                        + " numbers; ten draws of each model",
                family.images().side(),
                rows);
    }

    private static List<double[]> drawn(PrincipalComponents model, ImageFamily family) {
        // The same codes for every generation, so that a column shows what becomes of one.
        ChainRandom random = new ChainRandom(7, 0);
        List<double[]> drawn = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            double[] picture = new double[family.images().pixels()];
            model.sample(picture, 0, random, 1);
            drawn.add(picture);
        }
        return drawn;
    }
}
