package io.scapa.service.assessing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Detector releases. */
@Path("/v1/releases")
@Tag(name = "settings")
public class ReleaseResource {
    private final Assessing assessing;
    private final EntityManager entities;

    @Inject
    public ReleaseResource(Assessing assessing, EntityManager entities) {
        this.assessing = assessing;
        this.entities = entities;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The release in use, and those that assessed what is stored")
    public JsonNode list() {
        String current = assessing.bench().release();
        return QuarkusTransaction.requiringNew().call(() -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("current", current);
            ArrayNode releases = answer.putArray("releases");
            for (Release one : Release.<Release>listAll(Sort.by("firstUsed").and("id"))) {
                releases.addObject()
                        .put("id", one.id)
                        .put("firstUsed", one.firstUsed.toString())
                        .put("assessments", assessments(one.id));
            }
            return answer;
        });
    }

    private long assessments(String release) {
        return ((Number) entities.createNativeQuery("SELECT count(*) FROM assessments WHERE release = :release")
                        .setParameter("release", release)
                        .getSingleResult())
                .longValue();
    }
}
