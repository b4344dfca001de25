package io.scapa.service.watermark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.detection.watermark.WatermarkEvidence;
import io.scapa.detection.watermark.WatermarkOptions;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkProfileException;
import io.scapa.detection.watermark.WatermarkProfileJson;
import io.scapa.service.json.StrictJson;
import io.scapa.service.problem.Fault;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Watermark profiles; their keys are write-only. */
@Path("/v1/watermark-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settings")
public class WatermarkProfileResource {
    private final StrictJson json;
    private final WatermarkProfiles profiles;
    private final ProfileTokenizers tokenizers;

    @Inject
    public WatermarkProfileResource(StrictJson json, WatermarkProfiles profiles, ProfileTokenizers tokenizers) {
        this.json = json;
        this.profiles = profiles;
        this.tokenizers = tokenizers;
    }

    @GET
    @Operation(summary = "All profiles, without their keys")
    public JsonNode list() {
        return QuarkusTransaction.requiringNew().call(() -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.putArray("profiles")
                    .addAll(WatermarkProfiles.rows().stream()
                            .map(WatermarkProfileRow::toJson)
                            .toList());
            return answer;
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a profile; texts assessed from now on are tested for it")
    public Response add(InputStream body) {
        WatermarkProfile profile = read(json.readObject(body));
        if (!QuarkusTransaction.requiringNew().call(() -> profiles.add(profile))) {
            throw new ProblemException(Problem.conflict(
                    "a watermark profile of this name exists",
                    List.of(Fault.of("name", "a new name", profile.name()))));
        }
        return Response.status(Response.Status.CREATED)
                .entity(WatermarkProfileJson.answer(profile))
                .build();
    }

    /** Reads a profile and makes it ready once, so that one that cannot be used is refused here. */
    private WatermarkProfile read(JsonNode body) {
        try {
            WatermarkProfile profile = WatermarkProfileJson.read(body);
            WatermarkEvidence.with(List.of(profile), WatermarkOptions.STANDARD, tokenizers);
            return profile;
        } catch (WatermarkProfileException e) {
            throw ProblemException.badInput(e.field(), e.expectation(), e.getMessage());
        }
    }
}
