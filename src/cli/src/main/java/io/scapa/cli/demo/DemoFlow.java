package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.JobFailedException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The steps of the demo, each one or a few calls of the service. */
final class DemoFlow {
    private final ServiceClient service;
    private final Terminal terminal;

    DemoFlow(ServiceClient service, Terminal terminal) {
        this.service = service;
        this.terminal = terminal;
    }

    /** Generation 0 ends at a cutoff; generation 1 is now, with its models and their watermark. */
    void timeline(Instant cutoff, List<String> models, List<String> profiles) throws IOException, InterruptedException {
        ObjectNode timeline = Json.mapper().createObjectNode().put("current", 1);
        ArrayNode generations = timeline.putArray("generations");
        generations.addObject().put("index", 0).put("until", cutoff.toString());
        ObjectNode current = generations.addObject().put("index", 1).put("from", cutoff.toString());
        current.set("models", Json.mapper().valueToTree(models));
        current.set("watermarkProfiles", Json.mapper().valueToTree(profiles));
        JsonNode answer = service.put("/v1/generations", timeline);
        if (answer.hasNonNull("job")) {
            follow(answer.get("job").asText(), "placing known documents");
        }
    }

    /** Registers a watermark profile unless the service knows one of its name. */
    void watermarkProfile(ObjectNode profile) throws IOException, InterruptedException {
        for (JsonNode known : service.get("/v1/watermark-profiles").path("profiles")) {
            if (known.path("name").equals(profile.path("name"))) {
                return;
            }
        }
        service.post("/v1/watermark-profiles", profile);
    }

    IngestTally ingest(List<Path> files) throws IOException, InterruptedException {
        try (ProgressLine progress = new ProgressLine(terminal, "assessing")) {
            Ingest ingest = new Ingest(service, progress);
            IngestTally tally = new IngestTally();
            for (Path file : files) {
                tally = ingest.post(file);
            }
            return tally;
        }
    }

    JsonNode plan(String recipe) throws IOException, InterruptedException {
        return service.postYaml("/v1/plans", recipe);
    }

    /**
     * Exports a dataset.
     *
     * @throws JobFailedException with the plan's explanation where the recipe cannot be fulfilled
     */
    Manifest dataset(String recipe) throws IOException, InterruptedException {
        JsonNode accepted = service.postYaml("/v1/datasets", recipe);
        JsonNode job = follow(accepted.path("job").asText(), "exporting");
        JsonNode dataset = service.get("/v1/datasets/" + accepted.path("id").asText());
        Path folder = Path.of(dataset.path("output").asText());
        if (!Files.exists(folder.resolve("manifest.json"))) {
            throw new JobFailedException("no dataset was written: " + job.path("result"));
        }
        return Manifest.read(folder);
    }

    /**
     * Simulates a preset and keeps its report and charts.
     *
     * @return the report
     */
    JsonNode simulate(String preset, Path folder) throws IOException, InterruptedException {
        JsonNode accepted =
                service.post("/v1/simulations", Json.mapper().createObjectNode().put("preset", preset));
        String id = accepted.path("id").asText();
        follow(accepted.path("job").asText(), "simulating");
        Files.createDirectories(folder);
        JsonNode report = service.get("/v1/simulations/" + id + "/report");
        Files.writeString(folder.resolve("report.json"), report.toPrettyString() + "\n");
        List<String> charts = new ArrayList<>();
        service.get("/v1/simulations/" + id).path("charts").forEach(chart -> charts.add(chart.asText()));
        for (String chart : charts) {
            String name = chart.endsWith(".svg") ? chart : chart + ".svg";
            Files.writeString(folder.resolve(name), service.getText("/v1/simulations/" + id + "/charts/" + name));
        }
        return report;
    }

    private JsonNode follow(String job, String label) throws IOException, InterruptedException {
        try (ProgressLine progress = new ProgressLine(terminal, label)) {
            return service.follow(job, event -> {
                double total = event.path("total").asDouble();
                progress.share(
                        total > 0 ? event.path("done").asDouble() / total : 0,
                        event.path("stage").asText());
            });
        }
    }
}
