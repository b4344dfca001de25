package io.scapa.cli.config;

import io.scapa.detection.AssessorOptions;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.provenance.ProvenancePriors;
import io.scapa.provenance.Timeline;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import java.util.List;
import java.util.function.Function;

/**
 * What commands that assess need to know besides the texts.
 *
 * @param timeline the user's generations
 * @param priors how far facts outside the text move the origin
 * @param profiles the watermarks that are tested for
 * @param tokenizers finds the profiles' tokenizers by their names
 */
public record ScapaConfig(
        Timeline timeline,
        ProvenancePriors priors,
        List<WatermarkProfile> profiles,
        Function<String, Tokenizer> tokenizers) {
    public ScapaConfig {
        profiles = List.copyOf(profiles);
    }

    /** The standard timeline and priors, no profiles. */
    public static ScapaConfig standard() {
        return new ScapaConfig(Timeline.standard(), ProvenancePriors.standard(), List.of(), Tokenizers::named);
    }

    /** As an assessor takes it. */
    public AssessorOptions assessorOptions() {
        return AssessorOptions.withProfiles(timeline, priors, profiles, tokenizers);
    }
}
