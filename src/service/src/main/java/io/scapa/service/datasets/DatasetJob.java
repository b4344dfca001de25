package io.scapa.service.datasets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.curation.CancelledException;
import io.scapa.curation.Curator;
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
import java.nio.file.Path;

/** Makes a dataset. Its members are recorded in the transaction that ends the job. */
@ApplicationScoped
public class DatasetJob implements JobHandler {
    static final String KIND = "DATASET";

    private final AgroalDataSource database;
    private final PlacementWriter placements;
    private final Assessing assessing;
    private final DatasetMembers members;

    @Inject
    public DatasetJob(
            AgroalDataSource database, PlacementWriter placements, Assessing assessing, DatasetMembers members) {
        this.database = database;
        this.placements = placements;
        this.assessing = assessing;
        this.members = members;
    }

    @Override
    public String kind() {
        return KIND;
    }

    private record Wanted(Recipe recipe, Path output, boolean acceptShortages) {}

    @Override
    public JobOutcome run(JobRun run) throws Exception {
        Wanted wanted = QuarkusTransaction.requiringNew().call(() -> {
            DatasetRow row = DatasetRow.require(run.subject().toString());
            return new Wanted(RecipeReader.read(row.recipe), Path.of(row.output), row.acceptShortages);
        });
        Assessing.Bench bench = assessing.bench();
        placements.refresh(bench, done -> run.report("PLACE", done, -1), run::cancelled);
        run.check();
        // The folder was free when it was given to this dataset: a dataset that is there now is an earlier attempt's.
        ExportOptions options = new ExportOptions(ExportOptions.standard().threads(), wanted.acceptShortages(), true);
        try (StoredCandidates candidates =
                StoredCandidates.snapshot(database, wanted.recipe().tokenizer())) {
            ExportResult result = Curator.standard()
                    .export(
                            wanted.recipe(),
                            candidates,
                            wanted.output(),
                            new MixtureStressTest(),
                            progress(run),
                            options);
            return outcome(run, result, bench);
        } catch (CancelledException e) {
            throw new JobCancelledException();
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
