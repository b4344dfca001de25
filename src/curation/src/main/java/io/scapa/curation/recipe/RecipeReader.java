package io.scapa.curation.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.filter.Filters;
import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recipe from YAML or JSON. Everything that is wrong is collected and thrown at once, each fault with the path of
 * its field, the line where the file gives one, what was expected and what stands there.
 */
public final class RecipeReader {
    /** Tolerance of a target that states none. */
    public static final double DEFAULT_TOLERANCE = 0.02;

    private static final List<String> TOKENIZERS = List.of("cl100k_base", "o200k_base", "p50k_base", "r50k_base");
    private static final long MAX_TOKENS = 1_000_000_000_000_000L;

    private final List<RecipeFault> faults = new ArrayList<>();
    private final LocatedTree tree;

    private RecipeReader(LocatedTree tree) {
        this.tree = tree;
    }

    /**
     * Reads a recipe.
     *
     * @param yamlOrJson the whole document
     * @throws RecipeException with every fault
     */
    public static Recipe read(String yamlOrJson) {
        RecipeReader reader = new RecipeReader(LocatedTree.read(yamlOrJson));
        Recipe recipe = reader.recipe();
        if (!reader.faults.isEmpty()) {
            throw new RecipeException(reader.faults);
        }
        return recipe;
    }

    /**
     * Reads a recipe from a file in UTF-8.
     *
     * @throws RecipeException with every fault
     * @throws IOException where the file cannot be read
     */
    public static Recipe read(Path file) throws IOException {
        try {
            return read(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new RecipeException(List.of(new RecipeFault("", "UTF-8", "bytes that are not UTF-8", null)));
        }
    }

    private Recipe recipe() {
        Fields fields = new Fields(tree, "", tree.root(), faults);
        Recipe recipe = new Recipe(
                fields.text("name", null),
                fields.text("description", ""),
                fields.text("license", "unknown"),
                creator(fields),
                fields.text("url", "urn:scapa:dataset"),
                fields.text("version", "1.0.0"),
                fields.choice("tokenizer", words(TOKENIZERS), "cl100k_base"),
                fields.integer("tokens", 1, MAX_TOKENS, null),
                targets(fields),
                limit(fields, "maxAlpha"),
                limit(fields, "maxAlphaBeta"),
                fields.share("editedWeight", 1.0),
                sources(fields),
                strata(fields),
                (int) fields.integer("epochs", 1, 100, 4L),
                filters(fields),
                fields.choice("dedup", dedupWords(), ExactDedupView.CLEAN),
                nearDedup(fields),
                fields.share("lossAlarm", 0.5),
                fields.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1L),
                fields.date("asOf"),
                shards(fields),
                collapse(fields),
                previous(fields));
        fields.rejectUnknown();
        return recipe;
    }

    private Creator creator(Fields fields) {
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

    private Targets targets(Fields fields) {
        double tolerance = fields.share("tolerance", DEFAULT_TOLERANCE);
        Map<Pool, Target> byPool = new EnumMap<>(Pool.class);
        if (!fields.has("targets")) {
            fields.fault("targets", "shares of alpha, beta, gamma and eta", "nothing: the field is required");
            return Targets.of(0, 0, 1, 0, tolerance);
        }
        Fields inner = fields.object("targets");
        int faultsBefore = faults.size();
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
            if (faults.size() == faultsBefore) {
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

    private static @Nullable ShareLimit limit(Fields fields, String name) {
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

    private static Map<String, SourceCap> sources(Fields fields) {
        return fields.members("sources", source -> {
            Double share = source.has("maxShare") ? source.share("maxShare", null) : null;
            Long tokens = source.has("maxTokens") ? source.integer("maxTokens", 0, MAX_TOKENS, null) : null;
            Integer epochs =
                    source.has("epochs") ? Integer.valueOf((int) source.integer("epochs", 1, 100, null)) : null;
            source.rejectUnknown();
            return new SourceCap(share, tokens, epochs);
        });
    }

    private static Map<String, Map<String, ShareRange>> strata(Fields fields) {
        Map<String, Map<String, ShareRange>> strata = new TreeMap<>();
        Fields inner = fields.object("strata");
        for (String dimension : List.of("language", "domain", "month", "source")) {
            if (inner.has(dimension)) {
                strata.put(dimension, inner.members(dimension, RecipeReader::range));
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
            double tolerance = fields.share("tolerance", DEFAULT_TOLERANCE);
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

    private static ShardSettings shards(Fields fields) {
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

    private static @Nullable CollapseLimit collapse(Fields fields) {
        if (!fields.has("collapse")) {
            return null;
        }
        Fields inner = fields.object("collapse");
        CollapseLimit limit = new CollapseLimit(
                (int) inner.integer("generations", 1, 1000, 10L), inner.share("maxProbability", null));
        inner.rejectUnknown();
        return limit;
    }

    private static FilterSettings filters(Fields fields) {
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
        inner.rejectUnknown();
        return new FilterSettings(least, most, languages, licenses, pages);
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

    private static @Nullable NearDedupSettings nearDedup(Fields fields) {
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

    private static @Nullable Previous previous(Fields fields) {
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

    private static Map<String, ExactDedupView> dedupWords() {
        Map<String, ExactDedupView> words = new LinkedHashMap<>();
        words.put("exact-clean", ExactDedupView.CLEAN);
        words.put("exact-folded", ExactDedupView.FOLDED);
        return words;
    }

    private static Map<String, String> words(List<String> words) {
        Map<String, String> map = new LinkedHashMap<>();
        words.forEach(word -> map.put(word, word));
        return map;
    }
}
