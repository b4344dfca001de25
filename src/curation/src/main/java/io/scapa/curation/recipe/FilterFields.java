package io.scapa.curation.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.filter.Filters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a recipe says of filters and duplicates. */
final class FilterFields {
    private FilterFields() {}

    static FilterSettings filters(Fields fields) {
        Fields inner = fields.object("filters");
        long least = inner.integer("minTokens", 0, Integer.MAX_VALUE, 0L);
        long most = inner.integer("maxTokens", 0, Integer.MAX_VALUE, (long) Integer.MAX_VALUE);
        TreeSet<String> languages = new TreeSet<>(inner.texts("languages"));
        TreeSet<String> licenses = new TreeSet<>(inner.texts("licenses"));
        Map<String, Map<String, Double>> pages = new TreeMap<>();
        Filters.thresholds().forEach((name, defaults) -> {
            JsonNode value = inner.optional(name);
            if (value != null && !(value.isBoolean() && !value.booleanValue())) {
                pages.put(name, value.isBoolean() ? Map.of() : thresholds(inner.object(name), defaults));
            }
        });
        PiiSettings pii = pii(inner);
        DecontaminationSettings decontamination = decontamination(inner);
        boolean paragraphs = inner.flag("repeatedParagraphs", false);
        inner.rejectUnknown();
        return new FilterSettings(least, most, languages, licenses, pages, pii, decontamination, paragraphs);
    }

    private static @Nullable PiiSettings pii(Fields fields) {
        JsonNode value = fields.optional("pii");
        if (value == null) {
            return null;
        }
        Map<String, PiiSettings.Action> actions = new LinkedHashMap<>();
        for (PiiSettings.Action action : PiiSettings.Action.values()) {
            actions.put(action.word(), action);
        }
        if (value.isTextual()) {
            return new PiiSettings(fields.choice("pii", actions, PiiSettings.Action.MASK), PiiSettings.allKinds());
        }
        Fields inner = fields.object("pii");
        PiiSettings.Action action = inner.choice("action", actions, PiiSettings.Action.MASK);
        TreeSet<PiiKind> kinds = new TreeSet<>();
        for (String word : inner.texts("kinds")) {
            PiiKind kind = PiiKind.of(word);
            if (kind == null) {
                inner.fault("kinds", "kinds out of " + PiiKind.words(), word);
            } else {
                kinds.add(kind);
            }
        }
        inner.rejectUnknown();
        return new PiiSettings(action, kinds.isEmpty() ? PiiSettings.allKinds() : kinds);
    }

    private static @Nullable DecontaminationSettings decontamination(Fields fields) {
        if (!fields.has("decontamination")) {
            return null;
        }
        DecontaminationSettings standard = DecontaminationSettings.of("benchmark.jsonl");
        Fields inner = fields.object("decontamination");
        DecontaminationSettings settings = new DecontaminationSettings(
                inner.texts("files"),
                (int) inner.integer("words", 1, 100, (long) standard.words()),
                inner.has("sha256") ? inner.sha256("sha256") : null);
        if (settings.files().isEmpty()) {
            inner.fault("files", "files of benchmark texts", "none");
        }
        inner.rejectUnknown();
        return settings;
    }

    private static Map<String, Double> thresholds(Fields fields, Map<String, Double> defaults) {
        Map<String, Double> thresholds = new TreeMap<>();
        defaults.forEach((name, value) -> {
            if (fields.has(name)) {
                thresholds.put(name, fields.number(name, 0, 1e9, value));
            }
        });
        fields.rejectUnknown();
        return thresholds;
    }

    static @Nullable NearDedupSettings nearDedup(Fields fields) {
        JsonNode value = fields.optional("nearDedup");
        if (value == null) {
            return null;
        }
        NearDedupSettings standard = NearDedupSettings.standard();
        if (value.isBoolean()) {
            return value.booleanValue() ? standard : null;
        }
        Fields inner = fields.object("nearDedup");
        NearDedupSettings settings = new NearDedupSettings(
                inner.number("jaccard", 0.01, 1, standard.jaccard()),
                (int) inner.integer("words", 1, 100, (long) standard.words()),
                (int) inner.integer("bands", 1, 1000, (long) standard.bands()),
                (int) inner.integer("rows", 1, 100, (long) standard.rows()),
                (int) inner.integer("maxCluster", 1, Integer.MAX_VALUE, (long) standard.maxCluster()));
        inner.rejectUnknown();
        return settings;
    }

    /** Which view exact dedup compares. */
    static ExactDedupView dedup(Fields fields) {
        return fields.choice("dedup", dedupWords(), ExactDedupView.CLEAN);
    }

    private static Map<String, ExactDedupView> dedupWords() {
        Map<String, ExactDedupView> words = new LinkedHashMap<>();
        words.put("exact-clean", ExactDedupView.CLEAN);
        words.put("exact-folded", ExactDedupView.FOLDED);
        return words;
    }
}
