package io.scapa.detection.prevalence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.statistics.prevalence.PrevalenceEstimate;
import io.scapa.text.json.Json;
import java.util.Locale;

/** The wire shape of a prevalence report, on the command line and over HTTP alike. */
public final class PrevalenceJson {
    private PrevalenceJson() {}

    /**
     * Writes a report:
     *
     * <pre>{@code
     * {"by": ["source"], "weighting": "documents", "release": "...", "labels": 0, "labelsUsed": 0, "uncounted": 0,
     *  "total": {GROUP}, "groups": [{"key": {"source": "a"}, "documents", "tokens", "undetermined",
     *   "share", "interval": [lower, upper], "upper", "confidence", "method", "audited", "gainOfOneMore",
     *   "assumptions": [...]}]}
     * }</pre>
     */
    public static ObjectNode toJson(PrevalenceReport report) {
        ObjectNode out = Json.mapper().createObjectNode();
        ArrayNode by = out.putArray("by");
        report.by().forEach(dimension -> by.add(dimension.word()));
        out.put("weighting", report.weighting().name().toLowerCase(Locale.ROOT));
        if (report.release() != null) {
            out.put("release", report.release());
        }
        out.put("labels", report.labels());
        out.put("labelsUsed", report.labelsUsed());
        out.put("uncounted", report.uncounted());
        report.whole().ifPresent(total -> out.set("total", group(total)));
        ArrayNode groups = out.putArray("groups");
        report.groups().forEach(group -> groups.add(group(group)));
        return out;
    }

    private static ObjectNode group(GroupPrevalence group) {
        ObjectNode out = Json.mapper().createObjectNode();
        if (!group.key().isEmpty()) {
            ObjectNode key = out.putObject("key");
            group.key().forEach(key::put);
        }
        out.put("documents", group.documents());
        out.put("tokens", group.tokens());
        out.put("undetermined", group.undetermined());
        PrevalenceEstimate estimate = group.estimate();
        out.put("share", estimate.estimate());
        out.putArray("interval")
                .add(estimate.interval().lower())
                .add(estimate.interval().upper());
        out.put("upper", estimate.upper());
        out.put("confidence", estimate.confidence());
        out.put("method", estimate.method().name());
        out.put("audited", estimate.audited());
        if (estimate.audited() > 0) {
            out.put("gainOfOneMore", estimate.gainOfOneMore());
        }
        ArrayNode assumptions = out.putArray("assumptions");
        estimate.assumptions().forEach(assumptions::add);
        return out;
    }
}
