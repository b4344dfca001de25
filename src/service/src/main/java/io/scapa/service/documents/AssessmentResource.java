package io.scapa.service.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.service.json.StrictJson;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Assessments of documents that are not stored. */
@Path("/v1/assessments")
@Tag(name = "documents")
public class AssessmentResource {
    private final StrictJson json;
    private final Ingest ingest;
    private final Streams streams;

    @Inject
    public AssessmentResource(StrictJson json, Ingest ingest, Streams streams) {
        this.json = json;
        this.ingest = ingest;
        this.streams = streams;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Assess one document without storing it")
    public JsonNode post(InputStream body) {
        return ingest.assess(List.of(Submission.read(json.readObject(body))))
                .getFirst()
                .toJson();
    }

    @POST
    @Consumes(Streams.NDJSON)
    @Produces(Streams.NDJSON)
    @Operation(summary = "Assess many documents, one a line, without storing them")
    public StreamingOutput postMany(InputStream body) {
        return streams.answer(body, ingest::assess);
    }
}
