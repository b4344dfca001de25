package io.scapa.detection.watermark;

import io.scapa.provenance.Span;
import org.jspecify.annotations.Nullable;

/** Tests token sequences for one profile's mark. Immutable and safe for many threads. */
public final class WatermarkDetector {
    private final WatermarkProfile profile;
    private final WatermarkOptions options;
    private final PreparedWatermark prepared;

    /**
     * Makes a profile ready.
     *
     * @throws WatermarkProfileException where the scheme refuses the profile
     */
    public WatermarkDetector(WatermarkProfile profile, WatermarkOptions options) {
        WatermarkScheme scheme = WatermarkSchemes.named(profile.scheme());
        scheme.check(profile);
        this.profile = profile;
        this.options = options;
        this.prepared = scheme.prepare(profile);
    }

    /** One test with the standard options; prepare a detector where there are many. */
    public static WatermarkResult test(WatermarkProfile profile, int[] tokens) {
        return new WatermarkDetector(profile, WatermarkOptions.STANDARD).test(tokens);
    }

    /** The profile. */
    public WatermarkProfile profile() {
        return profile;
    }

    /** The prepared scheme: scores, the library's own figures, and the generation side. */
    public PreparedWatermark prepared() {
        return prepared;
    }

    /**
     * Tests a text. One that the profile cannot judge (too short, or with ids that its model cannot have emitted) is
     * answered as undetermined, with the reason.
     *
     * @param tokens ids in order, without special tokens
     */
    public WatermarkResult test(int[] tokens) {
        String foreign = foreignToken(tokens);
        if (foreign != null) {
            return nothing(foreign);
        }
        Scores scores = prepared.score(tokens, options.counting());
        int scored = scores.scored();
        if (scored == 0) {
            return nothing(tooFew(0));
        }
        double sum = scores.sum();
        return new WatermarkResult(
                profile.name(),
                scores.model().statistic(),
                scored,
                sum,
                scores.model().z(sum, scored),
                scores.model().pValue(sum, scored),
                scores.model().logBayesFactor(sum, scored),
                densest(scores),
                scored < options.leastScored() ? tooFew(scored) : null);
    }

    private WatermarkResult nothing(String reason) {
        return new WatermarkResult(profile.name(), "score", 0, 0, Double.NaN, 1, 0, null, reason);
    }

    private String tooFew(int scored) {
        return scored + " distinct positions can be scored, a verdict needs " + options.leastScored();
    }

    private @Nullable String foreignToken(int[] tokens) {
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] < 0 || tokens[i] >= profile.vocabularySize()) {
                return "token " + tokens[i] + " at index " + i + " is outside the profile's vocabulary of "
                        + profile.vocabularySize();
            }
        }
        return null;
    }

    /** The run of positions with the largest summed weight (Kadane's algorithm), widened by the first one's context. */
    private static @Nullable Span densest(Scores scores) {
        double best = 0;
        double running = 0;
        int start = 0;
        int from = -1;
        int to = -1;
        for (int i = 0; i < scores.scored(); i++) {
            if (running <= 0) {
                running = 0;
                start = i;
            }
            running += scores.model().weight(scores.values()[i]);
            if (running > best) {
                best = running;
                from = start;
                to = i;
            }
        }
        if (from < 0) {
            return null;
        }
        int first = Math.max(0, scores.positions()[from] - scores.window() + 1);
        return new Span(first, scores.positions()[to] + 1);
    }
}
