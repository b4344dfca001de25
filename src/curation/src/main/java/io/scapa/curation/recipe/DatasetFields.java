package io.scapa.curation.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a recipe says of the dataset itself: who makes it, how it is cut, what came before it. */
final class DatasetFields {
    private DatasetFields() {}

    static Creator creator(Fields fields) {
        JsonNode value = fields.optional("creator");
        if (value == null) {
            return new Creator("unknown", null);
        }
        if (value.isTextual() && !value.textValue().isBlank()) {
            return new Creator(value.textValue(), null);
        }
        if (!value.isObject()) {
            fields.fault("creator", "a name, or an object with name and url", Fields.show(value));
            return new Creator("unknown", null);
        }
        Fields inner = fields.object("creator");
        String name = inner.text("name", null);
        String url = inner.has("url") ? inner.text("url", null) : null;
        inner.rejectUnknown();
        return new Creator(name.isBlank() ? "unknown" : name, url);
    }

    static ShardSettings shards(Fields fields) {
        ShardSettings standard = ShardSettings.standard();
        Fields inner = fields.object("shards");
        Map<String, ShardSettings.Format> formats = new LinkedHashMap<>();
        for (ShardSettings.Format format : ShardSettings.Format.values()) {
            formats.put(format.suffix(), format);
        }
        ShardSettings shards = new ShardSettings(
                inner.choice("format", formats, standard.format()),
                (int) inner.integer("documents", 1, Integer.MAX_VALUE, (long) standard.documents()),
                (int) inner.integer("megabytes", 1, 1024, (long) standard.megabytes()));
        inner.rejectUnknown();
        return shards;
    }

    static @Nullable CollapseLimit collapse(Fields fields) {
        if (!fields.has("collapse")) {
            return null;
        }
        Fields inner = fields.object("collapse");
        CollapseLimit limit = new CollapseLimit(
                (int) inner.integer("generations", 1, 1000, 10L), inner.share("maxProbability", null));
        inner.rejectUnknown();
        return limit;
    }

    static @Nullable Previous previous(Fields fields) {
        if (!fields.has("previous")) {
            return null;
        }
        Fields inner = fields.object("previous");
        String hash = inner.text("manifestSha256", null);
        double share = inner.share("syntheticShare", null);
        inner.rejectUnknown();
        if (!hash.matches("[0-9a-f]{64}")) {
            inner.fault("manifestSha256", "64 lower-case hexadecimal digits", hash);
            return null;
        }
        return new Previous(hash, share);
    }
}
