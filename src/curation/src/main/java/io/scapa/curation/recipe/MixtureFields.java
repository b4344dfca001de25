package io.scapa.curation.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a recipe says of its mixture: targets and limits. */
final class MixtureFields {
    private MixtureFields() {}

    static Targets targets(Fields fields) {
        double tolerance = fields.share("tolerance", RecipeReader.DEFAULT_TOLERANCE);
        Map<Pool, Target> byPool = new EnumMap<>(Pool.class);
        if (!fields.has("targets")) {
            fields.fault("targets", "shares of alpha, beta, gamma and eta", "nothing: the field is required");
            return Targets.of(0, 0, 1, 0, tolerance);
        }
        Fields inner = fields.object("targets");
        int faultsBefore = fields.faultCount();
        for (Iterator<String> names = inner.names(); names.hasNext(); ) {
            String name = names.next();
            Pool pool = pool(inner, name);
            if (pool != null && byPool.put(pool, target(inner, name, tolerance)) != null) {
                inner.fault(name, "each pool once", "a second target for " + pool.symbol());
            }
        }
        for (Pool pool : Pool.values()) {
            byPool.putIfAbsent(pool, new Target(0, tolerance));
        }
        double sum = byPool.values().stream().mapToDouble(Target::share).sum();
        if (Math.abs(sum - 1) > Mixture.SUM_TOLERANCE) {
            if (fields.faultCount() == faultsBefore) {
                fields.fault("targets", "shares that sum to 1", "a sum of " + round(sum));
            }
            return Targets.of(0, 0, 1, 0, tolerance);
        }
        return new Targets(byPool);
    }

    private static double round(double sum) {
        return Math.round(sum * 1e9) / 1e9;
    }

    private static @Nullable Pool pool(Fields inner, String name) {
        try {
            return Pool.of(name);
        } catch (IllegalArgumentException e) {
            inner.fault(name, "one of the pools alpha, beta, gamma, eta", "an unknown pool");
            return null;
        }
    }

    private static Target target(Fields inner, String name, double tolerance) {
        JsonNode value = inner.optional(name);
        if (value == null || !value.isObject()) {
            return new Target(inner.share(name, null), tolerance);
        }
        Fields fields = inner.object(name);
        Target target = new Target(fields.share("share", null), fields.share("tolerance", tolerance));
        fields.rejectUnknown();
        return target;
    }

    static @Nullable ShareLimit limit(Fields fields, String name) {
        JsonNode value = fields.optional(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            return new ShareLimit(fields.share(name, null), null);
        }
        Fields inner = fields.object(name);
        double share = inner.share("share", null);
        Double confidence = inner.has("confidence") ? inner.number("confidence", 0.5000001, 0.9999999, 0.95) : null;
        inner.rejectUnknown();
        return new ShareLimit(share, confidence);
    }
}
