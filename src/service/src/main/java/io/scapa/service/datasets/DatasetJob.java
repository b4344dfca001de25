package io.scapa.service.datasets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.curation.CancelledException;
import io.scapa.curation.Curator;
import io.scapa.curation.EarlierDataset;
import io.scapa.curation.ExportOptions;
import io.scapa.curation.ExportResult;
import io.scapa.curation.Progress;
import io.scapa.curation.manifest.ManifestJson;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.service.assessing.Assessing;
import io.scapa.service.documents.PlacementWriter;
import io.scapa.service.jobs.JobCancelledException;
import io.scapa.service.jobs.JobHandler;
import io.scapa.service.jobs.JobOutcome;
import io.scapa.service.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a dataset. Its members are recorded in the transaction that ends the job. */
@ApplicationScoped
public class DatasetJob implements JobHandler {
    static final String KIND = "DATASET";

    private final AgroalDataSource database;
    private final PlacementWriter placements;
    private final Assessing assessing;
    private final DatasetMembers members;
    private final StoredAudit labels;
    private final SigningKey signing;
    private final ObjectStores stores;

    @Inject
    public DatasetJob(
            AgroalDataSource database,
            PlacementWriter placements,
            Assessing assessing,
            DatasetMembers members,
            StoredAudit labels,
            SigningKey signing,
            ObjectStores stores) {
        this.database = database;
        this.placements = placements;
        this.assessing = assessing;
        this.members = members;
        this.labels = labels;
        this.signing = signing;
        this.stores = stores;
    }

    @Override
    public String kind() {
        return KIND;
    }

    private record Wanted(
            Recipe recipe,
            Path output,
            boolean acceptShortages,
            @Nullable UUID earlier,
            @Nullable String published) {}

    @Override
    public JobOutcome run(JobRun run) throws Exception {
        Wanted wanted = QuarkusTransaction.requiringNew().call(() -> {
            DatasetRow row = DatasetRow.require(run.subject().toString());
            return new Wanted(
                    RecipeReader.read(row.recipe),
                    Path.of(row.output),
                    row.acceptShortages,
                    row.earlier,
                    row.published);
        });
        Assessing.Bench bench = assessing.bench();
        placements.refresh(bench, done -> run.report("PLACE", done, -1), run::cancelled);
        run.check();
        // The folder was free when it was given to this dataset: a dataset that is there now is an earlier attempt's.
        EarlierDataset earlier = EarlierDatasets.of(wanted.earlier());
        ExportOptions options =
                new ExportOptions(ExportOptions.standard().threads(), wanted.acceptShortages(), true, earlier);
        Recipe recipe = earlier == null ? wanted.recipe() : wanted.recipe().asRemixOf(earlier.manifestSha256());
        try (StoredCandidates candidates = StoredCandidates.snapshot(database, recipe.tokenizer())) {
            ExportResult result = Curator.standard()
                    .with(labels.audit())
                    .export(recipe, candidates, wanted.output(), new MixtureStressTest(), progress(run), options);
            if (result instanceof ExportResult.Exported exported) {
                finish(exported, wanted, run);
            }
            return outcome(run, result, bench);
        } catch (CancelledException e) {
            throw new JobCancelledException();
        }
    }

    /** Signs and puts where it was asked for. An earlier attempt may have put it already. */
    private void finish(ExportResult.Exported exported, Wanted wanted, JobRun run) throws IOException {
        if (signing.present()) {
            signing.sign(exported.folder());
        }
        if (wanted.published() != null) {
            run.report("PUBLISH", 0, -1);
            stores.dataset(wanted.published()).put(exported.folder(), true);
        }
    }

    private static Progress progress(JobRun run) {
        return new Progress() {
            @Override
            public void report(Stage stage, long done, long total) {
                run.report(stage.name(), done, total);
            }

            @Override
            public boolean cancelled() {
                return run.cancelled();
            }
        };
    }

    private JobOutcome outcome(JobRun run, ExportResult result, Assessing.Bench bench) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        return switch (result) {
            case ExportResult.Exported exported -> {
                summary.put("outcome", "EXPORTED")
                        .put("folder", exported.folder().toString());
                summary.put("documents", exported.manifest().documents())
                        .put("tokens", exported.manifest().tokens());
                summary.put("lines", exported.manifest().lines());
                summary.set("mixture", ManifestJson.toJson(exported.manifest()).get("mixture"));
                summary.put("collapse", exported.manifest().collapse().summary());
                int generation = bench.timeline().timeline().current();
                yield new JobOutcome(summary, () -> members.record(run.subject(), exported, summary, generation));
            }
            case ExportResult.Infeasible infeasible -> {
                summary.put("outcome", "INFEASIBLE")
                        .put("explanation", infeasible.plan().explain());
                summary.set("plan", ManifestJson.planJson(infeasible.plan()));
                infeasible.dropped().forEach(summary.putObject("dropped")::put);
                yield new JobOutcome(summary, () -> members.recordWithout(run.subject(), summary));
            }
            case ExportResult.TooRisky risky -> {
                summary.put("outcome", "TOO_RISKY").put("explanation", risky.explanation());
                summary.set("plan", ManifestJson.planJson(risky.plan()));
                yield new JobOutcome(summary, () -> members.recordWithout(run.subject(), summary));
            }
        };
    }
}
