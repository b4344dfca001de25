package io.scapa.detection.attribution;

/**
 * What a synthetic text is attributed to.
 *
 * @param family a family of models, or {@link FamilyModel#UNKNOWN}
 * @param nearest the family that fits best, known or not
 * @param confidence probability that {@code nearest} is right, for a text of one of the families known
 * @param strength the log odds of {@code nearest} against all other families; low for families that nobody trained on
 * @param newer probability that the model is of 2024 or later, at equal priors
 */
public record Attribution(String family, String nearest, double confidence, double strength, double newer) {
    /** Whether a family was named. */
    public boolean isKnown() {
        return !family.equals(FamilyModel.UNKNOWN);
    }
}
