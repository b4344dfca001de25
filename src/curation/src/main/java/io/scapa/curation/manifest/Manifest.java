package io.scapa.curation.manifest;

import io.scapa.curation.CollapseReport;
import io.scapa.curation.audit.AuditLabel;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.shard.ShardEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of an exported dataset: everything that the manifest, the Croissant file and the card say is taken from
 * here. It is a function of the candidates, the recipe and the detector release, and holds no fact of the run.
 *
 * @param recipe what was asked for
 * @param snapshot what went in
 * @param plan what the solver found
 * @param realised what came out
 * @param documents different documents in the dataset
 * @param lines lines in the dataset, repetitions included
 * @param tokens tokens in the dataset, repetitions included
 * @param dropped how many candidates were put aside, by reason
 * @param losses what each source lost, by name
 * @param cells what was taken of each cell
 * @param audit the labels that the bounds rest on, in the order of their contents
 * @param collapse the stress test
 * @param remix what changed since an earlier dataset, or null where this is none of its re-mixes
 * @param shards the dataset's files
 * @param files every other file but the manifest itself
 */
public record Manifest(
        Recipe recipe,
        Snapshot snapshot,
        Plan plan,
        Realised realised,
        long documents,
        long lines,
        long tokens,
        Map<String, Long> dropped,
        List<SourceLoss> losses,
        List<CellUse> cells,
        List<AuditLabel> audit,
        CollapseReport collapse,
        @Nullable RemixOutcome remix,
        List<ShardEntry> shards,
        List<FileEntry> files) {
    /** Version of the manifest's own form. */
    public static final String FORM = "scapa-manifest/1";

    /** Where the labels lie in a dataset. */
    public static final String AUDIT = "audit.jsonl";

    public Manifest {
        dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
        losses = List.copyOf(losses);
        cells = List.copyOf(cells);
        audit = List.copyOf(audit);
        shards = List.copyOf(shards);
        files = List.copyOf(files);
    }

    /** The same with the list of the other files. */
    public Manifest withFiles(List<FileEntry> all) {
        return new Manifest(
                recipe, snapshot, plan, realised, documents, lines, tokens, dropped, losses, cells, audit, collapse,
                remix, shards, all);
    }
}
