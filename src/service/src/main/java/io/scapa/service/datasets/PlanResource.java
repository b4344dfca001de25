package io.scapa.service.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.scapa.curation.Curator;
import io.scapa.curation.EarlierDataset;
import io.scapa.curation.ExportOptions;
import io.scapa.curation.Progress;
import io.scapa.curation.manifest.ManifestJson;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.recipe.Recipe;
import io.scapa.service.assessing.Assessing;
import io.scapa.service.documents.PlacementWriter;
import io.scapa.service.json.StrictJson;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plans without exports. */
@Path("/v1/plans")
@Tag(name = "datasets")
public class PlanResource {
    private final StrictJson json;
    private final AgroalDataSource database;
    private final PlacementWriter placements;
    private final Assessing assessing;
    private final StoredAudit labels;

    @Inject
    public PlanResource(
            StrictJson json,
            AgroalDataSource database,
            PlacementWriter placements,
            Assessing assessing,
            StoredAudit labels) {
        this.json = json;
        this.database = database;
        this.placements = placements;
        this.assessing = assessing;
        this.labels = labels;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, DatasetResource.YAML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a recipe would take of the stored documents, and what is short")
    public JsonNode plan(InputStream body) throws IOException, SQLException {
        RecipeBody request = RecipeBody.read(json.text(body), Set.of(DatasetRequest.EARLIER));
        EarlierDataset earlier =
                EarlierDatasets.of(EarlierDatasets.id(request.text(DatasetRequest.EARLIER, "the id of a dataset")));
        Recipe recipe = earlier == null ? request.recipe() : request.recipe().asRemixOf(earlier.manifestSha256());
        ExportOptions options = new ExportOptions(ExportOptions.standard().threads(), false, false, earlier);
        placements.refresh(assessing.bench(), done -> {}, () -> false);
        try (StoredCandidates candidates = StoredCandidates.snapshot(database, recipe.tokenizer())) {
            Curator.Explanation explanation =
                    Curator.standard().with(labels.audit()).explain(recipe, candidates, Progress.none(), options);
            Plan plan = explanation.plan();
            ObjectNode answer = ManifestJson.planJson(plan);
            explanation.dropped().forEach(answer.putObject("dropped")::put);
            return answer.put("feasible", plan.feasible()).put("explanation", plan.explain());
        }
    }
}
