package io.scapa.text.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Evidence;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.provenance.Span;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reading half of {@link AssessmentJson}. */
final class AssessmentReader {
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private AssessmentReader() {}

    static Assessment read(JsonNode node) {
        ObjectReader in = ObjectReader.of(node);
        String id = in.string("id");
        String hash = in.string("contentSha256");
        String language = in.optionalString("language");
        Integer tokens = in.optionalInteger("tokens");
        if (!in.has("tokens")) {
            in.error("tokens", "a whole number", in.node("tokens"));
        }
        SyntheticScore synthetic =
                in.object("synthetic").map(AssessmentReader::synthetic).orElse(null);
        List<Evidence> evidence = new ArrayList<>();
        in.objects("evidence").forEach(finding -> addEvidence(evidence, finding));
        DocumentProvenance provenance =
                in.object("provenance").map(AssessmentReader::provenance).orElse(null);
        String release = in.string("release");
        ContentHash content = in.build("contentSha256", r -> new ContentHash(hash));
        in.check();
        if (synthetic == null || provenance == null || content == null || tokens == null) {
            throw new IllegalStateException("a part is missing that no error names");
        }
        return new Assessment(id, content, language, tokens, synthetic, evidence, provenance, release);
    }

    private static @Nullable SyntheticScore synthetic(ObjectReader in) {
        double score = in.number("score");
        double prior = in.number("prior");
        double probability = in.number("probability");
        double[] pair = in.optionalPair("interval");
        if (!in.has("interval")) {
            in.error("interval", "an array of two numbers", in.node("interval"));
        }
        Double humanPValue = in.optionalNumber("humanPValue");
        Origin origin = requiredOrigin(in, "verdict");
        String reason = in.optionalString("reason");
        if (pair == null || origin == null) {
            return null;
        }
        Interval interval = in.build("interval", r -> new Interval(pair[0], pair[1]));
        Verdict verdict = in.build("reason", r -> new Verdict(origin, reason));
        if (interval == null || verdict == null) {
            return null;
        }
        return in.build(
                "probability", r -> new SyntheticScore(score, prior, probability, interval, humanPValue, verdict));
    }

    private static void addEvidence(List<Evidence> evidence, ObjectReader in) {
        String detector = in.string("detector");
        String version = in.string("version");
        Evidence.Kind kind = in.optionalEnum("kind", Evidence.Kind.class);
        if (!in.has("kind")) {
            in.error("kind", "a kind of evidence", in.node("kind"));
        }
        Double statistic = in.optionalNumber("statistic");
        Double pValue = in.optionalNumber("pValue");
        Double ratio = in.optionalNumber("logLikelihoodRatio");
        double[] pair = in.optionalPair("span");
        Map<String, Object> details = details(in);
        if (kind == null) {
            return;
        }
        Span span = pair == null ? null : in.build("span", r -> new Span((int) pair[0], (int) pair[1]));
        Evidence finding =
                in.build("pValue", r -> new Evidence(detector, version, kind, statistic, pValue, ratio, span, details));
        if (finding != null) {
            evidence.add(finding);
        }
    }

    private static Map<String, Object> details(ObjectReader in) {
        if (!in.has("details")) {
            return Map.of();
        }
        if (!in.node("details").isObject()) {
            in.error("details", "an object", in.node("details"));
            return Map.of();
        }
        return Json.mapper().convertValue(in.node("details"), DETAILS);
    }

    private static @Nullable DocumentProvenance provenance(ObjectReader in) {
        Origin origin = requiredOrigin(in, "origin");
        Integer generation = in.optionalInteger("generation");
        Double split = in.optionalNumber("splitWithoutDate");
        PoolProbabilities pools =
                in.object("pools").map(AssessmentReader::pools).orElse(null);
        if (origin == null || pools == null) {
            return null;
        }
        double share = split == null ? 0 : split;
        return in.build("splitWithoutDate", r -> new DocumentProvenance(origin, generation, pools, share));
    }

    private static @Nullable PoolProbabilities pools(ObjectReader in) {
        double alpha = in.number("alpha");
        double beta = in.number("beta");
        double gamma = in.number("gamma");
        double eta = in.number("eta");
        return in.build("", r -> new PoolProbabilities(alpha, beta, gamma, eta));
    }

    private static @Nullable Origin requiredOrigin(ObjectReader in, String name) {
        Origin origin = in.optionalEnum(name, Origin.class);
        if (!in.has(name)) {
            in.error(name, "an origin", in.node(name));
        }
        return origin;
    }
}
