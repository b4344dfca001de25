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
 * @param anchors literals of which a text must hold one before the expression is tried, so that clean text costs a scan; those of
 *     an expression that starts with {@code \\A\\s*} are what may follow that; after one that ends in {@code \\d} a digit comes
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

    /** How an expression begins that matches the start of a text only; its anchors come next. */
    private static final String AT_START = "\\A\\s*";

    private static final String DIGIT = "\\d";

    private static final String WHITE_SPACE = " \t\n\u000B\f\r";

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

    /**
     * Whether a text can match: it holds one of the anchors, or begins with one, after white space, where the expression is tied to
     * the start.
     */
    boolean isPossible(String text) {
        if (expression.pattern().startsWith(AT_START)) {
            int start = start(text);
            return anchors.stream().anyMatch(anchor -> text.startsWith(anchor, start));
        }
        for (String anchor : anchors) {
            if (holds(text, anchor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String text, String anchor) {
        if (!anchor.endsWith(DIGIT)) {
            return text.contains(anchor);
        }
        String literal = anchor.substring(0, anchor.length() - DIGIT.length());
        for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
            int next = at + literal.length();
            if (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Where the white space ends that a text begins with, as {@code \\s*} has it. */
    private static int start(String text) {
        int start = 0;
        while (start < text.length() && WHITE_SPACE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }
}
