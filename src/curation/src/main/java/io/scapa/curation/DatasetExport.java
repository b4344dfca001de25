package io.scapa.curation;

import io.scapa.curation.audit.AuditJson;
import io.scapa.curation.manifest.CellUse;
import io.scapa.curation.manifest.CollapseFiles;
import io.scapa.curation.manifest.Croissant;
import io.scapa.curation.manifest.DatasetCard;
import io.scapa.curation.manifest.FileEntry;
import io.scapa.curation.manifest.JsonFiles;
import io.scapa.curation.manifest.Manifest;
import io.scapa.curation.manifest.ManifestJson;
import io.scapa.curation.manifest.OpenLineageEvent;
import io.scapa.curation.manifest.Realised;
import io.scapa.curation.manifest.RemixOutcome;
import io.scapa.curation.manifest.Snapshot;
import io.scapa.curation.manifest.Spdx;
import io.scapa.curation.manifest.TrainingContentSummary;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeJson;
import io.scapa.curation.select.Selection;
import io.scapa.curation.shard.Digests;
import io.scapa.curation.shard.LineSpill;
import io.scapa.curation.shard.ShardEntry;
import io.scapa.curation.shard.ShardWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the files of one dataset into a folder. */
final class DatasetExport {
    private final Recipe recipe;
    private final Scan scan;
    private final Plan plan;
    private final Selection selection;
    private final Realised realised;
    private final CollapseReport collapse;
    private final ExportOptions options;
    private final List<FileEntry> files = new ArrayList<>();

    DatasetExport(
            Recipe recipe,
            Scan scan,
            Plan plan,
            Selection selection,
            Realised realised,
            CollapseReport collapse,
            ExportOptions options) {
        this.recipe = recipe;
        this.scan = scan;
        this.plan = plan;
        this.selection = selection;
        this.realised = realised;
        this.collapse = collapse;
        this.options = options;
    }

    ExportResult.Exported write(Path folder, CandidateSource source, Progress progress, RunLog run) throws IOException {
        List<ShardEntry> shards = shards(folder, source, progress);
        CancelledException.check(progress, Progress.Stage.MANIFEST);
        SideFiles side = new SideFiles(scan.table(), scan.byId(), scan.fates());
        for (String path : side.write(folder)) {
            files.add(entry(folder, path));
        }
        RemixOutcome remix = null;
        if (options.earlier() != null) {
            remix = new Changes(scan.table(), selection).write(options.earlier(), folder);
            files.add(entry(folder, Changes.PATH));
        }
        collapse(folder);
        audit(folder);
        put(folder, "recipe.json", JsonFiles.pretty(RecipeJson.toJson(recipe)));
        Manifest manifest = manifest(shards, side, remix);
        put(folder, "croissant.json", JsonFiles.pretty(Croissant.toJson(manifest)));
        put(folder, "README.md", DatasetCard.render(manifest).getBytes(StandardCharsets.UTF_8));
        put(folder, "spdx.json", JsonFiles.pretty(Spdx.toJson(manifest)));
        put(folder, "article53.md", TrainingContentSummary.render(manifest).getBytes(StandardCharsets.UTF_8));
        Manifest complete = manifest.withFiles(files);
        Files.write(
                folder.resolve(OpenLineageEvent.FILE),
                JsonFiles.pretty(OpenLineageEvent.complete(complete, run.now())));
        Files.write(folder.resolve("run.json"), JsonFiles.pretty(run.finish()));
        Files.write(folder.resolve("manifest.json"), JsonFiles.pretty(ManifestJson.toJson(complete)));
        progress.report(Progress.Stage.MANIFEST, 1, 1);
        return new ExportResult.Exported(folder, complete);
    }

    private List<ShardEntry> shards(Path folder, CandidateSource source, Progress progress) throws IOException {
        Path spillFolder = Files.createDirectories(folder.resolve(".spill"));
        List<ShardEntry> shards;
        try (LineSpill spill = new LineSpill(spillFolder, selection.lines())) {
            new Collector(recipe, scan, selection).collect(source, spill, progress);
            spill.seal();
            shards = new ShardWriter(folder, recipe.shards(), options.threads())
                    .write(spill, selection.lines(), line -> scan.table().tokens(selection.row(line)), progress);
        }
        Files.delete(spillFolder);
        return shards;
    }

    private void collapse(Path folder) throws IOException {
        if (!collapse.present()) {
            return;
        }
        Files.createDirectories(folder.resolve(CollapseFiles.REPORT).getParent());
        put(folder, CollapseFiles.REPORT, JsonFiles.pretty(collapse.report()));
        for (Map.Entry<String, String> chart : collapse.charts().entrySet()) {
            put(folder, CollapseFiles.chart(chart.getKey()), chart.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void audit(Path folder) throws IOException {
        if (scan.audit().isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        scan.audit().forEach(label -> lines.append(AuditJson.toJson(label)).append('\n'));
        put(folder, Manifest.AUDIT, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Manifest manifest(List<ShardEntry> shards, SideFiles side, @Nullable RemixOutcome remix) {
        List<CellUse> cells = plan.cells().stream()
                .map(cell -> new CellUse(
                        cell.cell(),
                        cell.tokens(),
                        selection.tokensByCell().getOrDefault(cell.cell().key(), 0L)))
                .toList();
        return new Manifest(
                recipe,
                Snapshot.of(scan.table(), scan.byId()),
                plan,
                realised,
                selection.documents(),
                selection.lines(),
                selection.tokens(),
                side.counts(),
                side.losses(recipe.lossAlarm()),
                cells,
                scan.audit(),
                collapse,
                remix,
                shards,
                List.of());
    }

    private void put(Path folder, String path, byte[] bytes) throws IOException {
        Files.write(folder.resolve(path), bytes);
        files.add(new FileEntry(path, Digests.of(bytes), bytes.length));
    }

    private static FileEntry entry(Path folder, String path) throws IOException {
        Path file = folder.resolve(path);
        return new FileEntry(path, Digests.ofFile(file), Files.size(file));
    }
}
