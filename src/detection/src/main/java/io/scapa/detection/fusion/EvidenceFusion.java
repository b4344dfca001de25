package io.scapa.detection.fusion;

import io.scapa.provenance.Evidence;
import java.util.List;

/**
 * The one place that combines a text's own evidence to one log likelihood ratio. The classifier reads the same words that a
 * residue pattern matches, so the two are not independent: the stronger stands, they are not added, and neither are two residue
 * patterns. A keyed watermark and an embedded mark are independent of style, so their ratios are added. Tampering moves nothing.
 */
public final class EvidenceFusion {
    /**
     * The fused log likelihood ratio.
     *
     * @param evidence all findings; only own evidence counts
     */
    public double score(List<Evidence> evidence) {
        double style = 0;
        boolean classified = false;
        double residue = 0;
        double keyed = 0;
        for (Evidence finding : evidence) {
            Double ratio = finding.logLikelihoodRatio();
            if (ratio == null || !finding.kind().isOwnEvidence()) {
                continue;
            }
            switch (finding.kind()) {
                case CLASSIFIER -> {
                    style = classified ? Math.max(style, ratio) : ratio;
                    classified = true;
                }
                case RESIDUE -> residue = Math.max(residue, ratio);
                case WATERMARK, MARK -> keyed += ratio;
                case TAMPERING, DATE, DECLARATION -> {}
            }
        }
        return (residue > 0 ? Math.max(style, residue) : style) + keyed;
    }

    /** Whether a watermark, a mark or residue weighs enough to decide alone: nineteen to one or more. */
    public boolean isDecisive(List<Evidence> evidence) {
        return evidence.stream()
                .filter(e -> e.kind() == Evidence.Kind.WATERMARK
                        || e.kind() == Evidence.Kind.MARK
                        || e.kind() == Evidence.Kind.RESIDUE)
                .anyMatch(e -> e.logLikelihoodRatio() != null && e.logLikelihoodRatio() >= Math.log(19));
    }
}
