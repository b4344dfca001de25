package io.scapa.detection;

import io.scapa.detection.watermark.WatermarkEvidence;
import io.scapa.detection.watermark.WatermarkOptions;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.provenance.ProvenancePriors;
import io.scapa.provenance.Timeline;
import io.scapa.text.token.Tokenizer;
import java.util.List;
import java.util.function.Function;

/**
 * What an assessor needs to know besides its model.
 *
 * @param timeline the user's generations
 * @param priors how far facts outside the text move the origin
 * @param finders tests beside the built-in ones, such as those of the user's watermark profiles
 * @param mixed whether the user knows that every text is partly by a person and partly by a model: passages then say where, and do not
 *     ask whether. No score depends on it
 */
public record AssessorOptions(Timeline timeline, ProvenancePriors priors, List<EvidenceFinder> finders, boolean mixed) {
    public AssessorOptions {
        finders = List.copyOf(finders);
    }

    /** The standard timeline and priors, no profiles. */
    public static AssessorOptions standard() {
        return new AssessorOptions(Timeline.standard(), ProvenancePriors.standard(), List.of(), false);
    }

    /**
     * With a test for each of some watermark profiles.
     *
     * @param tokenizers finds the profiles' tokenizers by their names
     * @throws io.scapa.detection.watermark.WatermarkProfileException where a profile or its tokenizer cannot be used
     */
    public static AssessorOptions withProfiles(
            Timeline timeline,
            ProvenancePriors priors,
            List<WatermarkProfile> profiles,
            Function<String, Tokenizer> tokenizers) {
        return new AssessorOptions(
                timeline,
                priors,
                profiles.isEmpty()
                        ? List.of()
                        : List.of(WatermarkEvidence.with(profiles, WatermarkOptions.STANDARD, tokenizers)),
                false);
    }

    /** The same for texts that are known to be of mixed authorship, or not. */
    public AssessorOptions withMixed(boolean known) {
        return new AssessorOptions(timeline, priors, finders, known);
    }
}
