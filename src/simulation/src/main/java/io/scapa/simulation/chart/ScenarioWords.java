package io.scapa.simulation.chart;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Draw;
import io.scapa.simulation.Handling;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Treatment;
import java.util.Locale;
import java.util.Objects;

/** A scenario in a few words, for subtitles and summaries. */
public final class ScenarioWords {
    private ScenarioWords() {}

    /** Such as {@code gaussian, mixture alpha 0.9 gamma 0.1, M = 100}. */
    public static String of(Scenario scenario) {
        return scenario.family().name() + ", " + regime(scenario) + ", M = "
                + Numbers.significant(scenario.samples(), 12) + treatment(scenario);
    }

    /** Such as {@code gaussian, M = 100}. */
    static String size(Scenario scenario) {
        return scenario.family().name() + ", M = " + Numbers.significant(scenario.samples(), 12);
    }

    /** What is out of the ordinary: quotas, a reading of beta, a fixed pool, what happens to rows. */
    private static String treatment(Scenario scenario) {
        Treatment treatment = scenario.treatment();
        StringBuilder words = new StringBuilder();
        boolean mixes = scenario.regime() == Regime.MIXTURE;
        if (mixes && treatment.draw() == Draw.QUOTA) {
            words.append(", quotas");
        }
        if (mixes && scenario.mixture().ever(Mixture::beta) && treatment.beta() != BetaMeaning.PREVIOUS_MIXTURE) {
            words.append(", beta from the ")
                    .append(treatment.beta().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (treatment.pool() > 0) {
            words.append(", gamma from ").append(treatment.pool()).append(" rows");
        }
        handling(treatment.handling(), words);
        return words.toString();
    }

    private static void handling(Handling handling, StringBuilder words) {
        for (String active : handling.active()) {
            words.append(", ")
                    .append(
                            switch (active) {
                                case "contamination" -> percent(handling.contamination()) + " of eta copied";
                                case "drift" -> "drift " + Numbers.significant(handling.drift(), 3);
                                case "realWeight" ->
                                    "weight on real rows " + Numbers.significant(handling.realWeight(), 3);
                                case "samplingBias" ->
                                    "sampling bias " + Numbers.significant(handling.samplingBias(), 3);
                                case "detector" -> detector(Objects.requireNonNull(handling.detector()));
                                case "bestOf" -> "best of " + handling.bestOf();
                                case "duplicates" -> percent(handling.duplicates()) + " copies";
                                default -> "edited from p = " + Numbers.significant(handling.editing(), 3);
                            });
        }
    }

    private static String detector(Handling.Detector detector) {
        String rare = detector.tailFalsePositiveRate() == detector.falsePositiveRate()
                ? ""
                : ", of rare ones " + Numbers.significant(detector.tailFalsePositiveRate(), 3);
        return "detector TPR " + Numbers.significant(detector.truePositiveRate(), 3) + " FPR "
                + Numbers.significant(detector.falsePositiveRate(), 3) + rare + ", "
                + detector.action().name().toLowerCase(Locale.ROOT);
    }

    private static String percent(double share) {
        return Numbers.percent(share, 3);
    }

    private static String regime(Scenario scenario) {
        if (scenario.regime() != Regime.MIXTURE) {
            return switch (scenario.regime()) {
                case REPLACE -> "replace";
                case ACCUMULATE -> "accumulate";
                default -> "accumulate-subsample";
            };
        }
        String words = mixture(scenario.mixture().nominal());
        if (scenario.mixture() instanceof MixtureSchedule.Constant) {
            return words;
        }
        return (scenario.mixture() instanceof MixtureSchedule.Random ? "random around " : "scheduled from ") + words;
    }

    /** The shares that are not zero. */
    public static String mixture(Mixture mixture) {
        StringBuilder words = new StringBuilder();
        mixture.shares().forEach((pool, share) -> {
            if (share > 0) {
                words.append(words.isEmpty() ? "" : " ").append(pool.symbol()).append(' ');
                words.append(Numbers.significant(share, 4));
            }
        });
        return words.toString();
    }
}
