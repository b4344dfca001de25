package io.scapa.simulation.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.simulation.Draw;
import io.scapa.simulation.Family;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Handling.Action;
import io.scapa.simulation.Handling.Detector;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.images.ImageFamily;
import io.scapa.simulation.family.images.ImageSet;
import io.scapa.simulation.family.regression.LinearRegressionFamily;
import io.scapa.simulation.family.regression.PolynomialFamily;
import io.scapa.simulation.family.regression.Target;
import io.scapa.simulation.family.rows.GaussianLearner;
import io.scapa.simulation.family.rows.KernelLearner;
import io.scapa.simulation.family.rows.MixtureLearner;
import io.scapa.simulation.family.rows.RowFamily;
import io.scapa.simulation.preset.MooreFamily;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.report.SimulationReport;
import io.scapa.simulation.text.Decoding;
import io.scapa.simulation.text.NgramFamily;
import io.scapa.simulation.text.TextCorpus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family under every regime and handling: it runs, the same on one and two threads, or says why it does not. */
class HandlingMatrixTest {
    private static final int GENERATIONS = 3;
    private static final Set<String> NOT_FOR_SYMBOLS_OR_PICTURES = Set.of("drift", "editing");
    private static final Set<String> NOT_FOR_TEXT = Set.of("drift", "samplingBias");
    private static final Set<String> NOT_FOR_NUMBERS = Set.of("editing");

    /** @param refuses handlings that it has no reading of; null for all */
    record Row(Family family, int samples, Set<String> refuses) {
        @Override
        public String toString() {
            return family.name();
        }
    }

    static List<Row> families() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(GaussianFamily.explicit(Estimator.UNBIASED), 40, NOT_FOR_NUMBERS));
        rows.add(new Row(rows("gaussian-nd", new GaussianLearner(3, Estimator.MLE)), 40, NOT_FOR_NUMBERS));
        rows.add(new Row(rows("gaussian-mixture", new MixtureLearner(2, 4)), 40, NOT_FOR_NUMBERS));
        rows.add(new Row(rows("kernel-density", new KernelLearner(0.2)), 40, NOT_FOR_NUMBERS));
        rows.add(new Row(new CategoricalFamily(SymbolLaw.zipf(30)), 60, NOT_FOR_SYMBOLS_OR_PICTURES));
        rows.add(new Row(new LinearRegressionFamily(3, 1), 40, NOT_FOR_NUMBERS));
        rows.add(new Row(new PolynomialFamily(Target.COSINE, 3, 0.1), 40, NOT_FOR_NUMBERS));
        rows.add(new Row(new ImageFamily(dots(), 3, true), 40, NOT_FOR_SYMBOLS_OR_PICTURES));
        TextCorpus corpus = TextCorpus.of("made up", documents(), 2_000, 1);
        for (NgramFamily.Learner learner : NgramFamily.Learner.values()) {
            if (learner != NgramFamily.Learner.TUNED_MIXING) {
                rows.add(new Row(new NgramFamily(corpus, learner, Decoding.PLAIN), 2_000, NOT_FOR_TEXT));
            }
        }
        rows.add(new Row(new MooreFamily(false), 40, Set.copyOf(handlings().keySet())));
        return rows;
    }

    private static RowFamily rows(String name, io.scapa.simulation.family.rows.RowLearner learner) {
        return new RowFamily(name, learner, 10);
    }

    private static ImageSet dots() {
        ChainRandom random = new ChainRandom(4, 4);
        List<double[]> pictures = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            double[] picture = new double[16];
            random.fillGaussians(picture, 16);
            picture[random.nextInt(16)] += 3;
            pictures.add(picture);
        }
        return new ImageSet("dots", 4, pictures);
    }

    private static List<String> documents() {
        ChainRandom random = new ChainRandom(6, 6);
        List<String> documents = new ArrayList<>();
        for (int d = 0; d < 120; d++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append('w').append((int) Math.exp(random.nextDouble() * 5)).append(i % 9 == 8 ? ". " : " ");
            }
            documents.add(text.toString());
        }
        return documents;
    }

    private static Map<String, List<Handling>> handlings() {
        Map<String, List<Handling>> handlings = new LinkedHashMap<>();
        handlings.put("contamination", List.of(Handling.contaminated(0.5)));
        handlings.put("drift", List.of(Handling.drifting(0.1)));
        handlings.put("realWeight", List.of(Handling.weighted(0.6)));
        handlings.put("samplingBias", List.of(Handling.biased(0.8)));
        List<Handling> detectors = new ArrayList<>();
        for (Action action : Action.values()) {
            detectors.add(Handling.NEUTRAL.with(new Detector(0.7, 0.05, 0.4, action, 10)));
        }
        handlings.put("detector", detectors);
        handlings.put("bestOf", List.of(Handling.selecting(3)));
        handlings.put("duplicates", List.of(Handling.duplicated(0.3)));
        handlings.put("editing", List.of(Handling.edited(0.2)));
        return handlings;
    }

    private static boolean senseless(String handling, Regime regime) {
        return handling.equals("contamination") && regime != Regime.MIXTURE
                || handling.equals("realWeight") && regime == Regime.REPLACE;
    }

    @ParameterizedTest
    @MethodSource("families")
    void runsOrNamesWhatItHasNoReadingOf(Row row) {
        Set<String> refused = new TreeSet<>();
        for (Regime regime : Regime.values()) {
            handlings().forEach((name, each) -> {
                for (Handling handling : each) {
                    if (!runs(row, regime, handling, name)) {
                        refused.add(name + (senseless(name, regime) ? " under " + regime : ""));
                    }
                }
            });
        }
        Set<String> expected = new TreeSet<>(row.refuses());
        for (Regime regime : Regime.values()) {
            handlings().keySet().stream()
                    .filter(name -> senseless(name, regime))
                    .forEach(name -> expected.add(name + " under " + regime));
        }
        assertThat(refused).isEqualTo(expected);
    }

    /** Whether it ran; where not, the error named the handling, and the family or what else stands in the way. */
    private static boolean runs(Row row, Regime regime, Handling handling, String name) {
        Scenario scenario;
        try {
            MixtureSchedule mixture = regime == Regime.MIXTURE
                    ? MixtureSchedule.constant(0.6, 0, 0.2, 0.2)
                    : MixtureSchedule.constant(1, 0, 0, 0);
            Scenario bare = new Scenario(
                    "cell",
                    row.family(),
                    regime,
                    mixture,
                    Treatment.NONE.handling(handling),
                    row.samples(),
                    GENERATIONS,
                    3,
                    5,
                    List.of());
            row.family().check(bare);
            scenario = bare;
        } catch (ScenarioException wrong) {
            assertThat(wrong.field()).isEqualTo("treatment.handling." + name);
            assertThat(wrong).hasMessageContaining(row.family().name());
            return false;
        }
        SimulationResult result = Simulation.run(scenario, 1, ProgressListener.NONE);
        for (var observable : row.family().observables()) {
            int last = result.generation(result.recorded().count() - 1);
            assertThat(result.moments(observable.name(), last).mean())
                    .as("%s of %s under %s, %s", observable.name(), row, regime, handling)
                    .isFinite();
        }
        String two = SimulationReport.of(Simulation.run(scenario, 2, ProgressListener.NONE))
                .toCsv();
        assertThat(two).isEqualTo(SimulationReport.of(result).toCsv());
        return true;
    }

    @ParameterizedTest
    @MethodSource("families")
    void quotasPoolsAndEveryReadingOfBetaRunOrAreNamed(Row row) {
        for (io.scapa.simulation.BetaMeaning beta : io.scapa.simulation.BetaMeaning.values()) {
            for (int pool : new int[] {0, 50}) {
                for (Draw draw : Draw.values()) {
                    Treatment treatment = new Treatment(draw, beta, pool, Handling.NEUTRAL);
                    Scenario scenario = new Scenario(
                            "cell",
                            row.family(),
                            Regime.MIXTURE,
                            MixtureSchedule.constant(0.5, 0.2, 0.2, 0.1),
                            treatment,
                            row.samples(),
                            GENERATIONS,
                            2,
                            5,
                            List.of());
                    try {
                        row.family().check(scenario);
                    } catch (ScenarioException named) {
                        assertThat(named.field()).isIn("treatment.beta", "pool", "regime");
                        continue;
                    }
                    SimulationResult result = Simulation.run(scenario, 1, ProgressListener.NONE);
                    String observable = row.family().observables().get(0).name();
                    assertThat(result.moments(observable, result.generation(GENERATIONS - 1))
                                    .mean())
                            .as("%s, %s, pool %s, %s", row, beta, pool, draw)
                            .isFinite();
                }
            }
        }
    }
}
