package io.scapa.service.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.curation.AuditSampler;
import io.scapa.curation.Progress;
import io.scapa.curation.audit.AuditJson;
import io.scapa.curation.audit.AuditLabel;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.service.ServiceClock;
import io.scapa.service.assessing.Assessing;
import io.scapa.service.documents.PlacementWriter;
import io.scapa.service.json.StrictJson;
import io.scapa.text.json.Json;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Audits: documents that a person labels, and the labels. */
@Path("/v1/audits")
@Tag(name = "datasets")
public class AuditResource {
    private static final String PER_POOL = "perPool";
    private static final int STANDARD = 500;
    private static final int MOST = 100_000;
    private static final String NDJSON = "application/x-ndjson";

    private final StrictJson json;
    private final AgroalDataSource database;
    private final PlacementWriter placements;
    private final Assessing assessing;
    private final StoredAudit labels;

    @Inject
    public AuditResource(
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
    @Operation(
            summary = "Begin an audit for a recipe; 'perPool' says how many documents of each pool should have a label")
    public Response post(InputStream body) throws SQLException {
        RecipeBody request = RecipeBody.read(json.text(body), Set.of(PER_POOL));
        int perPool = request.integer(PER_POOL, 1, MOST, STANDARD);
        AuditRow row = QuarkusTransaction.requiringNew().call(() -> {
            AuditRow fresh = new AuditRow();
            fresh.id = UUID.randomUUID();
            fresh.name = request.recipe().name();
            fresh.recipe = request.recipeText();
            fresh.perPool = perPool;
            fresh.createdAt = ServiceClock.now();
            fresh.persist();
            return fresh;
        });
        return Response.created(URI.create("/v1/audits/" + row.id))
                .entity(toJson(row))
                .build();
    }

    private ObjectNode toJson(AuditRow row) throws SQLException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", row.id.toString()).put("name", row.name).put(PER_POOL, row.perPool);
        answer.put("labels", labels.count(row.id)).put("createdAt", row.createdAt.toString());
        answer.putObject("links")
                .put("self", "/v1/audits/" + row.id)
                .put("sample", "/v1/audits/" + row.id + "/sample")
                .put("labels", "/v1/audits/" + row.id + "/labels");
        return answer;
    }

    private static AuditRow row(String id) {
        return QuarkusTransaction.requiringNew().call(() -> AuditRow.require(id));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "An audit and how many labels it has")
    public JsonNode get(@PathParam("id") String id) throws SQLException {
        return toJson(row(id));
    }

    @GET
    @Path("/{id}/sample")
    @Produces(NDJSON)
    @Operation(
            summary =
                    "The documents that still want a label, one a line: fill in label, by and on, and send the lines back")
    public StreamingOutput sample(@PathParam("id") String id) throws IOException, SQLException {
        AuditRow row = row(id);
        Recipe recipe = RecipeReader.read(row.recipe);
        placements.refresh(assessing.bench(), done -> {}, () -> false);
        List<ObjectNode> lines;
        try (StoredCandidates candidates = StoredCandidates.snapshot(database, recipe.tokenizer())) {
            lines = new AuditSampler(recipe, labels.audit()).sample(candidates, row.perPool, Progress.none());
        }
        return out -> {
            for (ObjectNode line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @POST
    @Path("/{id}/labels")
    @Consumes(NDJSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Take labels in; lines that nobody filled in are passed over, wrong ones are named and the others taken")
    public JsonNode labels(@PathParam("id") String id, InputStream body) throws SQLException {
        AuditRow row = row(id);
        List<AuditLabel> taken = new ArrayList<>();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode faults = JsonNodeFactory.instance.arrayNode();
        String[] lines = json.text(body).split("\n", -1);
        int open = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                JsonNode line = Json.mapper().readTree(lines[i]);
                if (AuditJson.isLabelled(line)) {
                    taken.add(AuditJson.read(line));
                } else {
                    open++;
                }
            } catch (JsonProcessingException e) {
                faults.addObject().put("line", i + 1).put("reason", "not JSON: " + e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
                faults.addObject().put("line", i + 1).put("reason", e.getMessage());
            }
        }
        labels.add(row.id, taken);
        answer.put("taken", taken.size()).put("open", open).put("rejected", faults.size());
        if (!faults.isEmpty()) {
            answer.set("faults", faults);
        }
        return answer;
    }
}
