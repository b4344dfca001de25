package io.scapa.detection;

import io.scapa.detection.classifier.Classifier;
import io.scapa.provenance.Origin;
import io.scapa.provenance.Verdict;
import java.util.Arrays;
import java.util.Locale;

/**
 * From score and kind of text to a verdict. Nothing is guessed: too few words, source code, a language without calibration and
 * a score that neither side exceeds are {@link Origin#UNDETERMINED} with the reason.
 */
final class VerdictRules {
    /** Fewer words than this carry no verdict: TPR at 1% FPR is about a tenth there. */
    static final int LEAST_WORDS = 50;

    private static final double HUMAN_PROBABILITY = 0.2;
    private static final double HELD = 1;

    /** With fewer human texts a threshold at 1% is a guess. */
    private static final int LEAST_HUMANS = 100;

    private final Classifier classifier;
    private final String caveat;
    private final int humans;

    /** Rules by a classifier; an experimental one says so in every verdict. */
    VerdictRules(Classifier classifier, boolean experimental) {
        this.classifier = classifier;
        this.caveat = experimental ? "experimental for language " + classifier.language() + ": " : "";
        this.humans = Arrays.stream(classifier.humans().scores())
                .mapToInt(cell -> cell.length)
                .sum();
    }

    /** Whether the classifier was calibrated on such texts. */
    boolean isCalibrated(TextKindReport kind) {
        return isLanguageCalibrated(kind) && !kind.code() && kind.words() >= 5;
    }

    private boolean isLanguageCalibrated(TextKindReport kind) {
        return classifier.language().equals(kind.language()) && humans >= LEAST_HUMANS;
    }

    /** A reading of a text that nobody calibrated: its order is kept, its weight taken. */
    Classifier.Reading held(Classifier.Reading reading) {
        return new Classifier.Reading(
                held(reading.score()),
                held(reading.lowest()),
                held(reading.highest()),
                reading.words(),
                reading.features());
    }

    private static double held(double score) {
        return HELD * Math.tanh(score / 4);
    }

    /** The verdict. */
    Verdict decide(TextKindReport kind, double score, boolean decisive) {
        if (decisive && score > 0) {
            return new Verdict(Origin.SYNTHETIC, "a watermark, mark or residue of a model interface was found");
        }
        if (kind.words() < LEAST_WORDS) {
            return Verdict.undetermined(kind.words() + " words; a verdict needs " + LEAST_WORDS);
        }
        if (kind.code()) {
            return Verdict.undetermined("looks like source code or data, for which nothing was calibrated");
        }
        if (!isLanguageCalibrated(kind)) {
            return Verdict.undetermined("language " + (kind.language() == null ? "unknown" : kind.language())
                    + ", for which nothing was calibrated");
        }
        double threshold = classifier.flag().at(kind.read());
        if (score > threshold) {
            return new Verdict(
                    Origin.SYNTHETIC,
                    String.format(
                            Locale.ROOT,
                            caveat + "score %.2f over %.2f, the threshold for texts of this length",
                            score,
                            threshold));
        }
        if (score <= Math.log(HUMAN_PROBABILITY / (1 - HUMAN_PROBABILITY))) {
            return new Verdict(
                    Origin.HUMAN,
                    String.format(
                            Locale.ROOT,
                            caveat + "score %.2f, hence at prior 0.5 synthetic with probability %.2f",
                            score,
                            1 / (1 + Math.exp(-score))));
        }
        return Verdict.undetermined(String.format(
                Locale.ROOT,
                caveat + "score %.2f is neither over %.2f (synthetic) nor under %.2f (human)",
                score,
                threshold,
                Math.log(HUMAN_PROBABILITY / (1 - HUMAN_PROBABILITY))));
    }
}
