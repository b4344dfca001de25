package io.scapa.curation.recipe;

import io.scapa.provenance.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants of a dataset. {@link RecipeReader} reads it and names every fault; the constructor only guards what
 * a program could get wrong.
 *
 * @param name short name, also the dataset's
 * @param description what it is for
 * @param license SPDX identifier or address of the dataset's licence
 * @param creator who makes it
 * @param url where it is or will be published
 * @param version semantic version of the dataset
 * @param tokenizer whose tokens are counted, such as {@code cl100k_base}
 * @param tokens the token budget, 1 or more
 * @param targets the target mixture
 * @param maxAlpha limit on the share of current-model output, or null
 * @param maxAlphaBeta limit on the share of alpha and beta together, or null
 * @param editedWeight the share of an edited document's model probability that stays model output, in [0, 1]; the rest
 *     counts as fresh human text
 * @param sources caps by source name
 * @param strata ranges of shares by dimension ({@code language}, {@code domain}, {@code month}, {@code source}) and value
 * @param epochs how often a document may be repeated, 1 or more
 * @param filters which documents are left out before anything else
 * @param dedup which view exact dedup compares
 * @param nearDedup when texts are nearly the same, or null where only exact repetition counts
 * @param lossAlarm the manifest raises an alarm where a source loses a greater share of its documents to dedup and filters
 * @param seed of the draw
 * @param asOf the date that the dataset carries; the clock is never asked
 * @param shards how it is cut into files
 * @param collapse accepted risk of model collapse, or null
 * @param previous the dataset of the generation before, or null where there is none
 * @param inputsSha256 the snapshot that the candidates must be, as a manifest states it, or null for any
 * @param remixOf SHA-256 of the manifest of an earlier dataset that this one changes as little as it can, or null
 */
public record Recipe(
        String name,
        String description,
        String license,
        Creator creator,
        String url,
        String version,
        String tokenizer,
        long tokens,
        Targets targets,
        @Nullable ShareLimit maxAlpha,
        @Nullable ShareLimit maxAlphaBeta,
        double editedWeight,
        Map<String, SourceCap> sources,
        Map<String, Map<String, ShareRange>> strata,
        int epochs,
        FilterSettings filters,
        ExactDedupView dedup,
        @Nullable NearDedupSettings nearDedup,
        double lossAlarm,
        long seed,
        LocalDate asOf,
        ShardSettings shards,
        @Nullable CollapseLimit collapse,
        @Nullable Previous previous,
        @Nullable String inputsSha256,
        @Nullable String remixOf) {

    public Recipe {
        if (tokens < 1) {
            throw new IllegalArgumentException("a token budget is 1 or more, got " + tokens);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs are 1 or more, got " + epochs);
        }
        if (!(editedWeight >= 0 && editedWeight <= 1)) {
            throw new IllegalArgumentException("editedWeight lies in [0, 1], got " + editedWeight);
        }
        sources = Collections.unmodifiableMap(new TreeMap<>(sources));
        TreeMap<String, Map<String, ShareRange>> sorted = new TreeMap<>();
        strata.forEach(
                (dimension, values) -> sorted.put(dimension, Collections.unmodifiableMap(new TreeMap<>(values))));
        strata = Collections.unmodifiableMap(sorted);
    }

    /** SHA-256 of the canonical JSON of the recipe with its defaults filled in: equal recipes have equal hashes. */
    public String hash() {
        byte[] canonical = CanonicalJson.write(RecipeJson.toJson(this)).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(ContentHash.sha256().digest(canonical));
    }

    /**
     * The key of the draw, 32 bytes. It depends on the seed alone: so a larger budget, another tolerance or another
     * shard size keeps the order in which documents are drawn, a grown dataset contains the smaller one, and a document is
     * treated alike across generations.
     */
    public byte[] drawKey() {
        return ContentHash.sha256().digest(("scapa draw 1 seed " + seed).getBytes(StandardCharsets.UTF_8));
    }

    /** How often documents of a source may be repeated. */
    public int epochsOf(String source) {
        SourceCap cap = sources.get(source);
        return cap == null || cap.epochs() == null ? epochs : cap.epochs();
    }

    /** The same as a re-mix of an earlier dataset. */
    public Recipe asRemixOf(String manifestSha256) {
        return with(filters, manifestSha256);
    }

    /** The same with other filters. */
    public Recipe with(FilterSettings others) {
        return with(others, remixOf);
    }

    private Recipe with(FilterSettings itsFilters, @Nullable String itsOrigin) {
        return new Recipe(
                name,
                description,
                license,
                creator,
                url,
                version,
                tokenizer,
                tokens,
                targets,
                maxAlpha,
                maxAlphaBeta,
                editedWeight,
                sources,
                strata,
                epochs,
                itsFilters,
                dedup,
                nearDedup,
                lossAlarm,
                seed,
                asOf,
                shards,
                collapse,
                previous,
                inputsSha256,
                itsOrigin);
    }

    /** What a token of a source is worth. */
    public double weightOf(String source) {
        SourceCap cap = sources.get(source);
        return cap == null || cap.weight() == null ? 1 : cap.weight();
    }
}
