package io.scapa.service.prevalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.prevalence.PrevalenceJson;
import io.scapa.detection.prevalence.TooManyGroupsException;
import io.scapa.service.assessing.Assessing;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How much of what is stored is synthetic. */
@Path("/v1/prevalence")
@Tag(name = "documents")
public class PrevalenceResource {
    private final StoredPrevalence stored;
    private final Assessing assessing;

    @Inject
    public PrevalenceResource(StoredPrevalence stored, Assessing assessing) {
        this.stored = stored;
        this.assessing = assessing;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Share of synthetic text with its interval: of all that is stored or of one source, by source, month and lang")
    public JsonNode get(
            @QueryParam("by") @Nullable String by,
            @QueryParam("source") @Nullable String source,
            @QueryParam("shareOf") @Nullable String shareOf,
            @QueryParam("confidence") @Nullable String confidence) {
        PrevalenceQuery query = PrevalenceQuery.read(by, source, shareOf, confidence);
        String release = assessing.bench().release();
        try {
            StoredPrevalence.Counted counted = stored.count(query, release);
            return PrevalenceJson.toJson(counted.report())
                    .put("release", release)
                    .put("notAssessed", counted.notAssessed());
        } catch (TooManyGroupsException e) {
            throw new ProblemException(Problem.badInput("by", "fewer groups: " + e.getMessage(), by));
        }
    }
}
