package io.scapa.statistics.prevalence;

/**
 * A document whose origin somebody looked up, with the score that the detector had given it.
 *
 * @param score the detector's P(synthetic), in [0, 1]
 * @param label the synthetic share that the audit found: 1 synthetic, 0 human, between for edited or mixed text
 * @param size what the document counts for, such as its tokens; 1 where documents are counted
 */
public record AuditedDocument(double score, double label, double size) {
    public AuditedDocument {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("an audited document's score lies in [0, 1], got " + score);
        }
        if (!(label >= 0 && label <= 1)) {
            throw new IllegalArgumentException("an audited document's label lies in [0, 1], got " + label);
        }
        if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an audited document's size is over 0, got " + size);
        }
    }

    /** A document that counts once. */
    public static AuditedDocument of(double score, boolean synthetic) {
        return new AuditedDocument(score, synthetic ? 1 : 0, 1);
    }

    /** A document that counts with its tokens. */
    public static AuditedDocument of(double score, boolean synthetic, double tokens) {
        return new AuditedDocument(score, synthetic ? 1 : 0, tokens);
    }
}
