package io.scapa.provenance;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding about one document. Evidence is kept apart from the score: a reader sees who found what, where, and how
 * strong it is.
 *
 * @param detector who found it, such as {@code watermark/kgw} or {@code residue}
 * @param version the detector's version
 * @param kind what sort of finding it is
 * @param statistic the test's statistic (z, score, count), or null where there is none
 * @param pValue probability of a finding at least as extreme in human text, corrected for multiple tests, or null
 * @param logLikelihoodRatio natural log of P(finding | synthetic) / P(finding | human), or null where it moves nothing
 * @param span where in the original text, or null for the whole
 * @param details what else a reader wants to see; keys in a fixed order
 */
public record Evidence(
        String detector,
        String version,
        Kind kind,
        @Nullable Double statistic,
        @Nullable Double pValue,
        @Nullable Double logLikelihoodRatio,
        @Nullable Span span,
        Map<String, Object> details) {

    /** What sort of finding a piece of evidence is. */
    public enum Kind {
        /** A statistical test for a keyed watermark. */
        WATERMARK,
        /** An embedded mark: C2PA credentials and the like. */
        MARK,
        /** What a chat interface leaves behind: placeholders, self-naming, cut-off phrases. */
        RESIDUE,
        /** A statistical classifier. */
        CLASSIFIER,
        /** Signs that a text was altered to evade detection, or pasted with invisible characters. */
        TAMPERING,
        /** Evidence of when the text existed. Moves provenance only. */
        DATE,
        /** What the supplier says of the text. Moves provenance only. */
        DECLARATION;

        /** Whether this kind reads the text itself, and so may move the score. */
        public boolean isOwnEvidence() {
            return this != DATE && this != DECLARATION;
        }
    }

    public Evidence {
        if (detector.isBlank()) {
            throw new IllegalArgumentException("evidence needs the name of its detector");
        }
        if (pValue != null && !(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("a p-value lies in [0, 1], got " + pValue);
        }
        details = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(details));
    }
}
