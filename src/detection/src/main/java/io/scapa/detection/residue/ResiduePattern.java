package io.scapa.detection.residue;

import io.scapa.statistics.ClopperPearson;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that a chat interface leaves in a text. How much it says is measured: the share of synthetic texts that carry it
 * over the upper 95% Clopper-Pearson limit of the share of human texts that do, so that a pattern that no human text carried is
 * not taken for proof.
 *
 * @param name as evidence names it
 * @param anchors literals of which a text must hold one before the expression is tried, so that clean text costs a scan
 * @param expression the pattern
 * @param source who described it
 * @param human how many of {@link #HUMANS} human texts carry it, -1 where the corpora hold none of either kind
 * @param synthetic how many of {@link #SYNTHETIC} synthetic texts do
 */
public record ResiduePattern(
        String name, List<String> anchors, Pattern expression, String source, int human, int synthetic) {
    /** English un-perturbed human texts that the counts were made on. */
    public static final int HUMANS = 15_215;

    /** English un-perturbed synthetic texts. */
    public static final int SYNTHETIC = 51_740;

    /** What an interface's own marker is taken to say where no corpus holds it: twenty to one, as it can be quoted. */
    private static final double UNMEASURED = Math.log(20);

    private static final double CONFIDENCE = 0.95;

    public ResiduePattern {
        anchors = List.copyOf(anchors);
    }

    /** Whether its weight was measured; else it is assumed. */
    public boolean isMeasured() {
        return human >= 0;
    }

    /** The log likelihood ratio of finding it, at least 0. */
    public double logLikelihoodRatio() {
        if (!isMeasured()) {
            return UNMEASURED;
        }
        double humans = ClopperPearson.upper(human, HUMANS, CONFIDENCE);
        return Math.max(0, Math.log((synthetic + 0.5) / (SYNTHETIC + 1.0) / humans));
    }

    /** Whether a text holds one of the anchors. */
    boolean isPossible(String text) {
        for (String anchor : anchors) {
            if (text.contains(anchor)) {
                return true;
            }
        }
        return false;
    }
}
