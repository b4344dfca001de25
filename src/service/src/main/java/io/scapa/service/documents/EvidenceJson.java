package io.scapa.service.documents;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.Evidence;
import io.scapa.provenance.Span;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evidence as the database keeps it: the array of the wire. */
final class EvidenceJson {
    private static final TypeReference<LinkedHashMap<String, Object>> DETAILS = new TypeReference<>() {};

    private EvidenceJson() {}

    static JsonNode write(Assessment assessment) {
        return AssessmentJson.toJson(assessment).get("evidence");
    }

    static List<Evidence> read(JsonNode array) {
        List<Evidence> evidence = new ArrayList<>();
        array.forEach(one -> evidence.add(one(one)));
        return evidence;
    }

    private static Evidence one(JsonNode json) {
        JsonNode span = json.get("span");
        Map<String, Object> details =
                json.hasNonNull("details") ? Json.mapper().convertValue(json.get("details"), DETAILS) : Map.of();
        return new Evidence(
                json.get("detector").textValue(),
                json.get("version").textValue(),
                Evidence.Kind.valueOf(json.get("kind").textValue()),
                number(json, "statistic"),
                number(json, "pValue"),
                number(json, "logLikelihoodRatio"),
                span == null
                        ? null
                        : new Span(span.get(0).intValue(), span.get(1).intValue()),
                details);
    }

    private static @Nullable Double number(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value.doubleValue();
    }
}
