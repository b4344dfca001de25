package io.scapa.simulation.family.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.rows.GaussianLearner;
import io.scapa.simulation.family.rows.RowModel;
import io.scapa.simulation.preset.Material;
import io.scapa.simulation.preset.Preset;
import io.scapa.simulation.preset.Presets;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.report.SimulationReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageFamilyTest {
    private static final int SIDE = 6;

    /** Bars of random place, height and ink, with a little noise. */
    private static ImageSet bars(int count) {
        ChainRandom random = new ChainRandom(5, 5);
        List<double[]> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] picture = new double[SIDE * SIDE];
            int column = random.nextInt(SIDE);
            int height = 1 + random.nextInt(SIDE);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    picture[y * SIDE + x] = (x == column && y < height ? 0.9 : 0.1) + 0.03 * random.nextGaussian();
                }
            }
            pictures.add(picture);
        }
        return new ImageSet("bars", SIDE, pictures);
    }

    @Test
    void withAllButOneComponentItIsTheGaussianOfMaximumLikelihood() {
        int width = 6;
        ChainRandom random = new ChainRandom(1, 2);
        double[] rows = new double[400 * width];
        for (int i = 0; i < 400; i++) {
            double shared = random.nextGaussian();
            for (int j = 0; j < width; j++) {
                rows[i * width + j] = j * shared + (1 + 0.7 * j) * random.nextGaussian() + j;
            }
        }
        RowModel twin = new GaussianLearner(width, Estimator.MLE).fit(rows, null, 400, random);
        RowModel model = new ComponentsLearner(
                        width, width - 1, true, twin, UsualPicture.of(List.of(new double[width])), Double.NaN)
                .fit(rows, null, 400, random);
        for (int i = 0; i < 20; i++) {
            assertThat(model.logDensity(rows, i * width)).isCloseTo(twin.logDensity(rows, i * width), within(1e-4));
        }
    }

    @Test
    void whatItDrawsHasTheVarianceThatItSays() {
        ImageFamily family = new ImageFamily(bars(300), 5, true);
        Scenario scenario = Scenario.replace("bars", family, 200, 1, 1, 3);
        PrincipalComponents model =
                family.models(scenario, 1, new ChainRandom(3, 0)).get(0);
        ChainRandom random = new ChainRandom(8, 8);
        int draws = 20_000;
        double[] sums = new double[SIDE * SIDE];
        double[] squares = new double[SIDE * SIDE];
        double[] picture = new double[SIDE * SIDE];
        for (int i = 0; i < draws; i++) {
            model.sample(picture, 0, random, 1);
            for (int j = 0; j < picture.length; j++) {
                sums[j] += picture[j] / draws;
                squares[j] += picture[j] * picture[j] / draws;
            }
        }
        double variance = 0;
        for (int j = 0; j < picture.length; j++) {
            variance += squares[j] - sums[j] * sums[j];
        }
        assertThat(variance).isCloseTo(model.totalVariance(), within(0.03 * model.totalVariance()));
    }

    @Test
    void theDecodersMeanLosesPictureByPictureWhatTheCodeLeavesOut() {
        ImageFamily family = new ImageFamily(bars(300), 5, false);
        Scenario replace = Scenario.replace("bars", family, 200, 12, 4, 3);
        SimulationResult result = Simulation.run(replace, 1, ProgressListener.NONE);
        assertThat(result.quantile("spread", 12, 0.5)).isLessThan(0.7 * result.quantile("spread", 1, 0.5));
        assertThat(result.quantile("reconstruction_error", 12, 0.5))
                .isGreaterThan(1.2 * result.quantile("reconstruction_error", 1, 0.5));
        Scenario kept =
                Scenario.of("kept", family, Regime.MIXTURE, MixtureSchedule.constant(0.5, 0, 0.5, 0), 200, 12, 4, 3);
        assertThat(Simulation.run(kept, 1, ProgressListener.NONE).quantile("spread", 12, 0.5))
                .isGreaterThan(result.quantile("spread", 12, 0.5));
        assertThat(SimulationReport.of(Simulation.run(replace, 2, ProgressListener.NONE))
                        .toJson())
                .isEqualTo(SimulationReport.of(result).toJson());
    }

    @Test
    void presetsOnPicturesSaySoWithoutThemAndDrawThemWithThem() {
        assertThatThrownBy(() -> Presets.named("shumailov-vae"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("needs pictures")
                .hasMessageContaining("datasets fetch digits")
                .hasMessageContaining("--images");
        assertThatThrownBy(() -> Presets.named("shumailov-opt-0")).hasMessageContaining("needs a corpus");
        Preset preset = Presets.named("gerstgrasser-vae", new Material(null, bars(600)));
        List<SimulationResult> results = preset.scenarios().stream()
                .map(scenario -> Simulation.run(scenario.withChains(1)))
                .toList();
        SimulationReport report = SimulationReport.of(preset, results);
        assertThat(report.charts()).containsKeys("pictures-replace", "pictures-accumulate");
        assertThat(report.charts().get("pictures-replace")).contains("data:image/png;base64,");
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> new ImageSet("few", 2, List.of(new double[4]))).hasMessageContaining("at least 50");
        assertThatThrownBy(() -> new ImageFamily(bars(60), 36, true)).hasMessageContaining("family.components");
        assertThatThrownBy(() -> Scenario.replace("x", new ImageFamily(bars(60), 10, true), 8, 2, 1, 1))
                .hasMessageContaining("needs more rows");
    }

    @Test
    void scalingKeepsTheMeanInk() {
        double[] picture = new double[7 * 5];
        ChainRandom random = new ChainRandom(9, 9);
        double mean = 0;
        for (int i = 0; i < picture.length; i++) {
            picture[i] = random.nextDouble();
            mean += picture[i] / picture.length;
        }
        double scaled = 0;
        for (double pixel : ImageSet.scaled(picture, 7, 5, 3)) {
            scaled += pixel / 9;
        }
        assertThat(scaled).isCloseTo(mean, within(1e-12));
    }
}
