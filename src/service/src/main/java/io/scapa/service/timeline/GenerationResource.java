package io.scapa.service.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.provenance.Timeline;
import io.scapa.service.jobs.Job;
import io.scapa.service.jobs.JobStore;
import io.scapa.service.jobs.JobWorkers;
import io.scapa.service.json.StrictJson;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The user's generations and which of them is current. */
@Path("/v1/generations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settings")
public class GenerationResource {
    private final StrictJson json;
    private final Timelines timelines;
    private final JobStore jobs;
    private final JobWorkers workers;

    @Inject
    public GenerationResource(StrictJson json, Timelines timelines, JobStore jobs, JobWorkers workers) {
        this.json = json;
        this.timelines = timelines;
        this.jobs = jobs;
        this.workers = workers;
    }

    @GET
    @Operation(summary = "The timeline in force; an absent from or until is an open end")
    public JsonNode get() {
        return toJson(timelines.current());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set the timeline; a job places the stored documents again")
    public JsonNode put(InputStream body) {
        Timeline timeline = TimelineJson.read(json.readObject(body));
        ObjectNode answer = QuarkusTransaction.requiringNew().call(() -> {
            Timelines.Versioned set = timelines.set(timeline);
            Job job = jobs.submit(PlacementJob.KIND, null);
            return toJson(set).put("job", job.id.toString());
        });
        workers.wake();
        return answer;
    }

    private static ObjectNode toJson(Timelines.Versioned timeline) {
        return TimelineJson.write(timeline.timeline()).put("version", timeline.version());
    }
}
