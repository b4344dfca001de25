package io.scapa.service.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.Evidence;
import io.scapa.text.json.Json;
import org.jspecify.annotations.Nullable;

/** The watermark profile that evidence names: the one whose finding speaks strongest for a mark. */
final class WatermarkFinding {
    private WatermarkFinding() {}

    /** Its name, or null where no finding speaks for a mark. */
    static @Nullable String profile(String evidenceArray) {
        if (!evidenceArray.contains("\"" + Evidence.Kind.WATERMARK.name() + "\"")) {
            return null;
        }
        try {
            return profile(Json.mapper().readTree(evidenceArray));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds evidence that is not JSON", e);
        }
    }

    private static @Nullable String profile(JsonNode evidence) {
        String strongest = null;
        double most = 0;
        for (JsonNode finding : evidence) {
            double ratio = finding.path("logLikelihoodRatio").asDouble(0);
            JsonNode profile = finding.path("details").path("profile");
            if (finding.path("kind").asText().equals(Evidence.Kind.WATERMARK.name())
                    && profile.isTextual()
                    && ratio > most) {
                strongest = profile.textValue();
                most = ratio;
            }
        }
        return strongest;
    }
}
