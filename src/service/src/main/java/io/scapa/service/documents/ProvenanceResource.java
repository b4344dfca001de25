package io.scapa.service.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.provenance.Origin;
import io.scapa.service.assessing.Assessing;
import io.scapa.service.json.Fields;
import io.scapa.service.json.StrictJson;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is known of a document's origin, and who says so. */
@Path("/v1/documents/{id}")
@Tag(name = "provenance")
public class ProvenanceResource {
    private static final String JSON_LD = "application/ld+json";
    private static final Set<String> FIELDS = Set.of("origin", "agent", "evidence");

    private final StrictJson json;
    private final DocumentReader reader;
    private final EntityManager entities;
    private final AgroalDataSource database;
    private final PlacementWriter placements;
    private final Assessing assessing;

    @Inject
    public ProvenanceResource(
            StrictJson json,
            DocumentReader reader,
            EntityManager entities,
            AgroalDataSource database,
            PlacementWriter placements,
            Assessing assessing) {
        this.json = json;
        this.reader = reader;
        this.entities = entities;
        this.database = database;
        this.placements = placements;
        this.assessing = assessing;
    }

    private record Claim(Origin origin, String agent, JsonNode evidence) {
        static Claim read(JsonNode body) {
            Fields fields = Fields.of(body);
            fields.allowOnly(FIELDS);
            Origin origin = fields.optionalChoice("origin", Origin.class);
            if (!body.hasNonNull("origin")) {
                fields.text("origin");
            }
            String agent = fields.text("agent");
            JsonNode evidence = fields.optionalObject("evidence");
            fields.check();
            return new Claim(
                    java.util.Objects.requireNonNull(origin),
                    agent,
                    evidence == null ? JsonNodeFactory.instance.objectNode() : evidence);
        }
    }

    @POST
    @Path("/assertions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A person or system asserts an origin; the newest assertion counts as the document's declaration")
    public Response assertOrigin(
            @PathParam("id") String id, @QueryParam("source") @Nullable String source, InputStream body) {
        Claim claim = Claim.read(json.readObject(body));
        Assessing.Bench bench = assessing.bench();
        JsonNode answer = QuarkusTransaction.requiringNew().call(() -> {
            Content content = reader.find(id, source);
            entities.lock(content, LockModeType.PESSIMISTIC_WRITE);
            Assertion assertion = Assertion.of(
                    content.sha256, Assertion.Kind.ASSERTION, claim.origin().name(), claim.agent(), claim.evidence());
            assertion.persistAndFlush();
            placeAgain(content.sha256, bench);
            return assertion.toJson();
        });
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    private void placeAgain(String sha256, Assessing.Bench bench) throws SQLException {
        try (Connection connection = database.getConnection()) {
            placements.place(connection, List.of(sha256), bench);
        }
    }

    @GET
    @Path("/provenance")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The whole history, oldest first")
    public JsonNode history(@PathParam("id") String id, @QueryParam("source") @Nullable String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            String sha256 = reader.findEvenErased(id, source).sha256;
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("contentSha256", sha256);
            ArrayNode history = answer.putArray("history");
            Assertion.history(sha256).forEach(one -> history.add(one.toJson()));
            return answer;
        });
    }

    @GET
    @Path("/provenance")
    @Produces(JSON_LD)
    @Operation(summary = "The same as W3C PROV in JSON-LD")
    public String historyAsProv(@PathParam("id") String id, @QueryParam("source") @Nullable String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            String sha256 = reader.findEvenErased(id, source).sha256;
            return ProvJson.of(sha256, Assertion.history(sha256)).toString();
        });
    }
}
