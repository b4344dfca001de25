package io.scapa.cli.config;

import io.scapa.detection.AssessorOptions;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.provenance.ProvenancePriors;
import io.scapa.provenance.Timeline;
import java.util.List;

/**
 * What commands that assess need to know besides the texts.
 *
 * @param timeline the user's generations
 * @param priors how far facts outside the text move the origin
 * @param profiles the watermarks that are tested for
 */
public record ScapaConfig(Timeline timeline, ProvenancePriors priors, List<WatermarkProfile> profiles) {
    public ScapaConfig {
        profiles = List.copyOf(profiles);
    }

    /** The standard timeline and priors, no profiles. */
    public static ScapaConfig standard() {
        return new ScapaConfig(Timeline.standard(), ProvenancePriors.standard(), List.of());
    }

    /** As an assessor takes it. */
    public AssessorOptions assessorOptions() {
        return AssessorOptions.withProfiles(timeline, priors, profiles);
    }
}
