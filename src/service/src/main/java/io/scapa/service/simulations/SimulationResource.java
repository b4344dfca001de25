package io.scapa.service.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.service.ServiceClock;
import io.scapa.service.jobs.Job;
import io.scapa.service.jobs.JobStore;
import io.scapa.service.jobs.JobWorkers;
import io.scapa.service.json.StrictJson;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Collapse simulations, run by jobs. */
@Path("/v1/simulations")
@Tag(name = "simulations")
public class SimulationResource {
    private final StrictJson json;
    private final JobStore jobs;
    private final JobWorkers workers;

    @Inject
    public SimulationResource(StrictJson json, JobStore jobs, JobWorkers workers) {
        this.json = json;
        this.jobs = jobs;
        this.workers = workers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Simulate a preset ({\"preset\": \"poly-blog\"}) or a scenario")
    public Response post(InputStream body) {
        JsonNode scenario = json.readObject(body);
        SimulationRequest.read(scenario);
        ObjectNode answer = QuarkusTransaction.requiringNew().call(() -> {
            SimulationRow row = new SimulationRow();
            row.id = UUID.randomUUID();
            Job job = jobs.submit(SimulationJob.KIND, row.id);
            row.jobId = job.id;
            row.scenario = scenario;
            row.createdAt = ServiceClock.now();
            row.persist();
            return toJson(row, job);
        });
        workers.wake();
        return Response.accepted(answer)
                .location(URI.create("/v1/simulations/" + answer.get("id").textValue()))
                .build();
    }

    private static ObjectNode toJson(SimulationRow row, Job job) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", row.id.toString()).put("state", job.state.name()).put("job", row.jobId.toString());
        answer.put("createdAt", row.createdAt.toString()).set("scenario", row.scenario);
        if (row.summary != null) {
            answer.put("summary", row.summary);
        }
        ObjectNode links = answer.putObject("links");
        links.put("self", "/v1/simulations/" + row.id).put("job", "/v1/jobs/" + row.jobId);
        if (row.charts != null) {
            links.put("report", "/v1/simulations/" + row.id + "/report");
            row.charts.fieldNames().forEachRemaining(answer.withArray("charts")::add);
        }
        return answer;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Where a simulation stands, and what there is to see")
    public JsonNode get(@PathParam("id") String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SimulationRow row = SimulationRow.require(id);
            return toJson(row, Job.require(row.jobId.toString()));
        });
    }

    @GET
    @Path("/{id}/report")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Every number that it found")
    public String report(@PathParam("id") String id) {
        return finished(id).report;
    }

    @GET
    @Path("/{id}/charts/{name}.svg")
    @Produces("image/svg+xml")
    @Operation(summary = "One chart")
    public String chart(@PathParam("id") String id, @PathParam("name") String name) {
        JsonNode chart = finished(id).charts.get(name);
        if (chart == null) {
            throw ProblemException.notFound("simulation " + id + " has no chart " + name);
        }
        return chart.textValue();
    }

    private static SimulationRow finished(String id) {
        SimulationRow row = QuarkusTransaction.requiringNew().call(() -> SimulationRow.require(id));
        if (row.report == null) {
            throw new ProblemException(Problem.conflict("simulation " + id + " is not done: see its job", List.of()));
        }
        return row;
    }
}
