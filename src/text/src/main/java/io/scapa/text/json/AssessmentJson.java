package io.scapa.text.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Evidence;
import io.scapa.provenance.Pool;
import io.scapa.provenance.SyntheticScore;
import org.jspecify.annotations.Nullable;

/** The wire shape of an assessment (DESIGN section 4): fields may be added, never renamed. */
public final class AssessmentJson {
    private AssessmentJson() {}

    /** Writes an assessment: the verdict as a word with its reason beside it, intervals and spans as two numbers. */
    public static ObjectNode toJson(Assessment assessment) {
        ObjectNode out = Json.mapper().createObjectNode();
        out.put("id", assessment.id());
        out.put("contentSha256", assessment.contentSha256().hex());
        put(out, "language", assessment.language());
        out.put("tokens", assessment.tokens());
        out.set("synthetic", synthetic(assessment.synthetic()));
        ArrayNode evidence = out.putArray("evidence");
        assessment.evidence().forEach(finding -> evidence.add(evidence(finding)));
        out.set("provenance", provenance(assessment.provenance()));
        out.put("release", assessment.release());
        return out;
    }

    /**
     * Reads an assessment that {@link #toJson}, of this or a later version, wrote; unknown fields are ignored.
     *
     * @throws BadDocumentException naming every field that is wrong
     */
    public static Assessment read(JsonNode node) {
        return AssessmentReader.read(node);
    }

    private static ObjectNode synthetic(SyntheticScore score) {
        ObjectNode out = Json.mapper().createObjectNode();
        out.put("score", score.score());
        out.put("prior", score.prior());
        out.put("probability", score.probability());
        out.putArray("interval")
                .add(score.interval().lower())
                .add(score.interval().upper());
        put(out, "humanPValue", score.humanPValue());
        out.put("verdict", score.verdict().origin().name());
        put(out, "reason", score.verdict().reason());
        return out;
    }

    /** One piece of evidence in its wire shape. */
    public static ObjectNode evidence(Evidence evidence) {
        ObjectNode out = Json.mapper().createObjectNode();
        out.put("detector", evidence.detector());
        out.put("version", evidence.version());
        out.put("kind", evidence.kind().name());
        put(out, "statistic", evidence.statistic());
        put(out, "pValue", evidence.pValue());
        put(out, "logLikelihoodRatio", evidence.logLikelihoodRatio());
        if (evidence.span() != null) {
            out.putArray("span").add(evidence.span().from()).add(evidence.span().to());
        }
        if (!evidence.details().isEmpty()) {
            out.set("details", Json.mapper().valueToTree(evidence.details()));
        }
        return out;
    }

    private static ObjectNode provenance(DocumentProvenance provenance) {
        ObjectNode out = Json.mapper().createObjectNode();
        out.put("origin", provenance.origin().name());
        if (provenance.generation() != null) {
            out.put("generation", provenance.generation());
        }
        ObjectNode pools = out.putObject("pools");
        for (Pool pool : Pool.values()) {
            pools.put(pool.symbol(), provenance.pools().of(pool));
        }
        out.put("splitWithoutDate", provenance.splitWithoutDate());
        return out;
    }

    private static void put(ObjectNode out, String name, @Nullable String value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    private static void put(ObjectNode out, String name, @Nullable Double value) {
        if (value != null) {
            out.put(name, value);
        }
    }
}
