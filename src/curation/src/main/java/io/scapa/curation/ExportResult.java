package io.scapa.curation;

import io.scapa.curation.manifest.Manifest;
import io.scapa.curation.plan.Plan;
import java.nio.file.Path;
import java.util.Map;

/** How an export ended. Only {@link Exported} left a dataset. */
public sealed interface ExportResult {
    /**
     * A dataset was written.
     *
     * @param folder where
     * @param manifest its certificate
     */
    record Exported(Path folder, Manifest manifest) implements ExportResult {}

    /**
     * The recipe cannot be fulfilled from these documents; nothing was written.
     *
     * @param plan says what is short, by how much, and what would help
     * @param dropped how many candidates filters and dedup had put aside before, by reason
     */
    record Infeasible(Plan plan, Map<String, Long> dropped) implements ExportResult {}

    /**
     * The mixture exceeds the recipe's collapse limit; nothing was written.
     *
     * @param plan the plan
     * @param report what the stress test found
     * @param explanation in words
     */
    record TooRisky(Plan plan, CollapseReport report, String explanation) implements ExportResult {}
}
