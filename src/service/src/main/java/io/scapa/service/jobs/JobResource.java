package io.scapa.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Progress of long work. */
@Path("/v1/jobs/{id}")
@Tag(name = "jobs")
public class JobResource {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final JobStore store;

    @Inject
    public JobResource(JobStore store) {
        this.store = store;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "How far a job is, and what came of it")
    public JsonNode get(@PathParam("id") String id) {
        return Job.require(id).toJson();
    }

    @GET
    @Path("/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "The same as server-sent events: 'progress' at each change, 'end' at the end")
    public Multi<OutboundSseEvent> events(@PathParam("id") String id, @Context Sse sse) {
        UUID job = UUID.fromString(snapshot(id).get("id").textValue());
        OutboundSseEvent over = sse.newEventBuilder().comment("over").build();
        return Multi.createFrom()
                .ticks()
                .every(LOOK_EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> snapshot(job.toString()))
                .skip()
                .repetitions()
                .onItem()
                .transformToMultiAndConcatenate(now -> events(now, over, sse))
                .select()
                .first(event -> event != over);
    }

    private static Multi<OutboundSseEvent> events(JsonNode now, OutboundSseEvent over, Sse sse) {
        boolean ended = JobState.valueOf(now.get("state").textValue()).isFinal();
        OutboundSseEvent event = sse.newEventBuilder()
                .name(ended ? "end" : "progress")
                .data(now.toString())
                .build();
        return ended
                ? Multi.createFrom().items(event, over)
                : Multi.createFrom().item(event);
    }

    private static JsonNode snapshot(String id) {
        return QuarkusTransaction.requiringNew().call(() -> Job.require(id).toJson());
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Cancel")
    public Response cancel(@PathParam("id") String id) {
        UUID job = UUID.fromString(snapshot(id).get("id").textValue());
        QuarkusTransaction.requiringNew().run(() -> store.cancel(job));
        return Response.accepted(snapshot(id)).build();
    }
}
