package io.scapa.curation.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Renders a manifest as an OpenLineage run event. Beside {@code run.json} it is the only file that may hold the time of a run, so
 * neither is listed in the manifest.
 */
public final class OpenLineageEvent {
    /** Where the event lies in a dataset. */
    public static final String FILE = "lineage.json";

    private static final String NAMESPACE = "scapa";
    private static final String PRODUCER = "urn:scapa:curation";

    private OpenLineageEvent() {}

    /**
     * The event of a finished export.
     *
     * @param ended when the export ended
     */
    public static ObjectNode complete(Manifest manifest, Instant ended) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("eventType", "COMPLETE");
        event.put("eventTime", ended.toString());
        event.put("producer", PRODUCER);
        event.put("schemaURL", "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent");
        String run = manifest.recipe().hash() + manifest.snapshot().sha256() + ended;
        event.putObject("run")
                .put(
                        "runId",
                        UUID.nameUUIDFromBytes(run.getBytes(StandardCharsets.UTF_8))
                                .toString());
        event.putObject("job")
                .put("namespace", NAMESPACE)
                .put("name", "curate " + manifest.recipe().name());
        ArrayNode inputs = event.putArray("inputs");
        for (SourceInput source : manifest.snapshot().sources()) {
            ObjectNode input = inputs.addObject().put("namespace", NAMESPACE).put("name", source.source());
            version(input.putObject("facets"), source.sha256());
        }
        ObjectNode output = event.putArray("outputs").addObject();
        output.put("namespace", NAMESPACE).put("name", manifest.recipe().name());
        ObjectNode facets = output.putObject("facets");
        version(facets, manifest.recipe().version());
        mixture(manifest, facets.putObject("scapa_mixture"));
        return event;
    }

    private static void version(ObjectNode facets, String version) {
        ObjectNode facet = facets.putObject("version");
        facet.put("_producer", PRODUCER);
        facet.put("_schemaURL", "https://openlineage.io/spec/facets/1-0-1/DatasetVersionDatasetFacet.json");
        facet.put("datasetVersion", version);
    }

    private static void mixture(Manifest manifest, ObjectNode facet) {
        facet.put("_producer", PRODUCER);
        facet.put("_schemaURL", "urn:scapa:facets:mixture:1");
        facet.put("recipeSha256", manifest.recipe().hash());
        facet.put("tokens", manifest.tokens());
        ArrayNode pools = facet.putArray("pools");
        for (PoolShare share : manifest.realised().pools()) {
            pools.addObject()
                    .put("pool", share.pool().symbol())
                    .put("share", share.share())
                    .put("lower95", share.interval().lower())
                    .put("upper95", share.interval().upper());
        }
    }
}
