package io.scapa.service.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.curation.sign.Attestation;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Datasets: asked for by a recipe, made by a job, read at stable addresses. */
@Path("/v1/datasets")
@Tag(name = "datasets")
public class DatasetResource {
    static final String YAML = "application/yaml";
    private static final String ARCHIVE_LIMIT = "scapa.limits.archive-bytes";
    private static final List<String> MEMBER_FIELDS =
            List.of("id", "content_sha256", "source", "pool", "tokens", "epoch");

    private final StrictJson json;
    private final JobStore jobs;
    private final JobWorkers workers;
    private final DatasetFolders folders;
    private final SigningKey signing;
    private final long archiveLimit;

    @Inject
    public DatasetResource(
            StrictJson json,
            JobStore jobs,
            JobWorkers workers,
            DatasetFolders folders,
            SigningKey signing,
            @ConfigProperty(name = ARCHIVE_LIMIT) long archiveLimit) {
        this.json = json;
        this.jobs = jobs;
        this.workers = workers;
        this.folders = folders;
        this.signing = signing;
        this.archiveLimit = archiveLimit;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Make a dataset by a recipe; 'output' names its folder or s3:// place, 'earlier' a dataset of which as little as"
                            + " possible is changed, 'acceptShortages' takes what there is")
    public Response post(InputStream body) throws IOException {
        DatasetRequest request = DatasetRequest.read(json.text(body));
        UUID earlier = EarlierDatasets.id(request.earlier());
        EarlierDatasets.of(earlier);
        UUID id = UUID.randomUUID();
        DatasetFolders.Place place =
                folders.resolve(request.output(), request.recipe().name(), id);
        ObjectNode answer = QuarkusTransaction.requiringNew().call(() -> {
            Job job = jobs.submit(DatasetJob.KIND, id);
            DatasetRow row = new DatasetRow();
            row.id = id;
            row.jobId = job.id;
            row.name = request.recipe().name();
            row.recipe = request.recipeText();
            row.output = place.folder().toString();
            row.published = place.published();
            row.earlier = earlier;
            row.acceptShortages = request.acceptShortages();
            row.createdAt = ServiceClock.now();
            row.persist();
            return toJson(row, job);
        });
        workers.wake();
        return Response.accepted(answer)
                .location(URI.create("/v1/datasets/" + id))
                .build();
    }

    private static ObjectNode toJson(DatasetRow row, Job job) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", row.id.toString()).put("name", row.name).put("state", job.state.name());
        answer.put("output", row.published == null ? row.output : row.published)
                .put("job", job.id.toString())
                .put("createdAt", row.createdAt.toString());
        if (row.earlier != null) {
            answer.put("earlier", row.earlier.toString());
        }
        if (row.summary != null) {
            answer.set("summary", row.summary);
        }
        ObjectNode links = answer.putObject("links");
        links.put("self", "/v1/datasets/" + row.id).put("job", "/v1/jobs/" + job.id);
        if (row.isExported()) {
            for (String part : List.of("croissant.json", "card", "members", "archive")) {
                links.put(part, "/v1/datasets/" + row.id + "/" + part);
            }
            if (Files.exists(java.nio.file.Path.of(row.output, Attestation.FILE))) {
                links.put("signature", "/v1/datasets/" + row.id + "/signature");
            }
        }
        return answer;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Where a dataset is and what it holds")
    public JsonNode get(@PathParam("id") String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            DatasetRow row = DatasetRow.require(id);
            return toJson(row, Job.require(row.jobId.toString()));
        });
    }

    private static DatasetFiles files(String id) {
        DatasetRow row = QuarkusTransaction.requiringNew().call(() -> DatasetRow.require(id));
        java.nio.file.Path folder = java.nio.file.Path.of(row.output);
        if (!row.isExported()) {
            throw new ProblemException(Problem.conflict("dataset " + id + " is not there: see its job", List.of()));
        }
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(
                    new Problem(410, "gone", "Gone", "the folder of dataset " + id + " was removed", List.of()));
        }
        return new DatasetFiles(folder);
    }

    @GET
    @Path("/{id}/croissant.json")
    @Produces("application/ld+json")
    @Operation(summary = "Its Croissant metadata")
    public byte[] croissant(@PathParam("id") String id) throws IOException {
        return Files.readAllBytes(files(id).croissant());
    }

    @GET
    @Path("/{id}/card")
    @Produces("text/markdown;charset=UTF-8")
    @Operation(summary = "Its card")
    public String card(@PathParam("id") String id) throws IOException {
        return Files.readString(files(id).card());
    }

    @GET
    @Path("/{id}/members")
    @Produces("application/x-ndjson")
    @Operation(summary = "Its documents, one a line, without their texts")
    public StreamingOutput members(@PathParam("id") String id) throws IOException {
        DatasetFiles files = files(id);
        List<String> shards = new ArrayList<>();
        files.manifest()
                .get("shards")
                .forEach(shard -> shards.add(shard.get("path").textValue()));
        return out -> files.lines(shards, (shard, line) -> {
            ObjectNode member = ((ObjectNode) line).retain(MEMBER_FIELDS).put("shard", shard);
            out.write((member + "\n").getBytes(StandardCharsets.UTF_8));
        });
    }

    @GET
    @Path("/{id}/archive")
    @Produces("application/x-tar")
    @Operation(summary = "All its files in one tar, where they are not too large")
    public Response archive(@PathParam("id") String id) throws IOException {
        DatasetFiles files = files(id);
        if (files.bytes() > archiveLimit) {
            throw new ProblemException(Problem.tooLarge("the dataset", archiveLimit, ARCHIVE_LIMIT));
        }
        StreamingOutput tar = out -> DatasetArchive.write(files, out);
        return Response.ok(tar)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".tar\"")
                .build();
    }

    @GET
    @Path("/{id}/signature")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Its signature: an in-toto statement in a DSSE envelope")
    public String signature(@PathParam("id") String id) throws IOException {
        java.nio.file.Path file = files(id).signature();
        if (!Files.exists(file)) {
            throw ProblemException.notFound("dataset " + id + " is not signed");
        }
        return Files.readString(file);
    }

    @POST
    @Path("/{id}/signature")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign a dataset that was made before the service had a key, or with another one")
    public String sign(@PathParam("id") String id) throws IOException {
        DatasetFiles files = files(id);
        signing.sign(files.folder());
        return Files.readString(files.signature());
    }
}
