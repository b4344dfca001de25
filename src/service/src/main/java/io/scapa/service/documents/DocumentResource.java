package io.scapa.service.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.service.json.StrictJson;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Documents in and out. */
@Path("/v1/documents")
@Tag(name = "documents")
public class DocumentResource {
    private final StrictJson json;
    private final Ingest ingest;
    private final Streams streams;
    private final DocumentReader reader;
    private final Erasure erasure;

    @Inject
    public DocumentResource(StrictJson json, Ingest ingest, Streams streams, DocumentReader reader, Erasure erasure) {
        this.json = json;
        this.ingest = ingest;
        this.streams = streams;
        this.reader = reader;
        this.erasure = erasure;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Store one document and assess it: 201 where its content is new, 200 where a sighting was added")
    public Response post(InputStream body) {
        Ingested result =
                ingest.store(List.of(Submission.read(json.readObject(body)))).getFirst();
        return switch (result) {
            case Ingested.Created created ->
                Response.created(URI.create("/v1/documents/" + hash(created.toJson())))
                        .entity(created.toJson())
                        .build();
            case Ingested.Rejected rejected -> throw new ProblemException(rejected.problem());
            case Ingested.Known known -> Response.ok(known.toJson()).build();
            case Ingested.Assessed assessed -> throw new IllegalStateException("stored, but not stored: " + assessed);
        };
    }

    private static String hash(JsonNode assessment) {
        return assessment.get("contentSha256").textValue();
    }

    @POST
    @Consumes(Streams.NDJSON)
    @Produces(Streams.NDJSON)
    @Operation(
            summary =
                    "Store many documents, one a line: one result line each, in order; a bad line is answered in its place")
    public StreamingOutput postMany(InputStream body) {
        return streams.answer(body, ingest::store);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Documents in the order of their content hashes, page by page")
    public JsonNode list(
            @QueryParam("source") @Nullable String source,
            @QueryParam("origin") @Nullable String origin,
            @QueryParam("pool") @Nullable String pool,
            @QueryParam("minProbability") @Nullable String minProbability,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return reader.page(DocumentQuery.read(source, origin, pool, minProbability, cursor, limit));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "One document by its content's SHA-256 or by the client's id (with source= where several use it)")
    public JsonNode get(@PathParam("id") String id, @QueryParam("source") @Nullable String source) {
        return reader.document(id, source);
    }

    @DELETE
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Erase: text and personal metadata go, hash and tombstone stay; datasets that hold it are listed")
    public JsonNode erase(@PathParam("id") String id, @QueryParam("source") @Nullable String source) {
        return erasure.erase(id, source);
    }

    /** The problem of an id that names several contents. */
    static Problem ambiguous(String id, List<String> sources) {
        return Problem.conflict(
                "several sources use the id '" + id + "'",
                List.of(io.scapa.service.problem.Fault.of("source", "one of " + sources, "nothing")));
    }
}
