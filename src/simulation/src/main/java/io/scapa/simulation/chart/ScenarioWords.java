package io.scapa.simulation.chart;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;

/** A scenario in a few words, for subtitles and summaries. */
public final class ScenarioWords {
    private ScenarioWords() {}

    /** Such as {@code gaussian, mixture alpha 0.9 gamma 0.1, M = 100}. */
    public static String of(Scenario scenario) {
        return scenario.family().name() + ", " + regime(scenario) + ", M = "
                + Numbers.significant(scenario.samples(), 12);
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
