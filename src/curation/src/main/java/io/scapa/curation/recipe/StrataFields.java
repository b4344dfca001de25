package io.scapa.curation.recipe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a recipe says of sources and strata. */
final class StrataFields {
    private static final long MAX_TOKENS = 1_000_000_000_000_000L;

    private StrataFields() {}

    static Map<String, SourceCap> sources(Fields fields) {
        return fields.members("sources", source -> {
            Double share = source.has("maxShare") ? source.share("maxShare", null) : null;
            Long tokens = source.has("maxTokens") ? source.integer("maxTokens", 0, MAX_TOKENS, null) : null;
            Integer epochs =
                    source.has("epochs") ? Integer.valueOf((int) source.integer("epochs", 1, 100, null)) : null;
            Double weight = source.has("weight") ? source.number("weight", 0.01, 100, null) : null;
            source.rejectUnknown();
            return new SourceCap(share, tokens, epochs, weight);
        });
    }

    static Map<String, Map<String, ShareRange>> strata(Fields fields) {
        Map<String, Map<String, ShareRange>> strata = new TreeMap<>();
        Fields inner = fields.object("strata");
        for (String dimension : List.of("language", "domain", "month", "source")) {
            if (inner.has(dimension)) {
                strata.put(dimension, inner.members(dimension, StrataFields::range));
            }
        }
        inner.rejectUnknown();
        return strata;
    }

    private static ShareRange range(Fields fields) {
        double min = fields.share("min", 0.0);
        double max = fields.share("max", 1.0);
        if (fields.has("target")) {
            double target = fields.share("target", null);
            double tolerance = fields.share("tolerance", RecipeReader.DEFAULT_TOLERANCE);
            min = Math.max(min, target - tolerance);
            max = Math.min(max, target + tolerance);
        }
        fields.rejectUnknown();
        if (min > max) {
            fields.fault("", "min at most max, and a target between them", min + " and " + max);
            return new ShareRange(0, 1);
        }
        return new ShareRange(min, max);
    }
}
