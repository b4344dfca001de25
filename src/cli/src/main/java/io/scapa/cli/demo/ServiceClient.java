package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.JobFailedException;
import io.scapa.text.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The calls of the service that the demo makes; every problem the service answers becomes a failure in its words. */
final class ServiceClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    ServiceClient(URI base) {
        this.base = base;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(send(HttpRequest.newBuilder(base.resolve(path))));
    }

    String getText(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
        return json(send(request(path, "application/json").PUT(BodyPublishers.ofString(body.toString()))));
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return json(send(request(path, "application/json").POST(BodyPublishers.ofString(body.toString()))));
    }

    JsonNode postYaml(String path, String yaml) throws IOException, InterruptedException {
        return json(send(request(path, "application/yaml").POST(BodyPublishers.ofString(yaml))));
    }

    /** Posts lines and returns the answer to each, in order. */
    List<JsonNode> postLines(String path, List<String> lines) throws IOException, InterruptedException {
        String body = String.join("\n", lines) + "\n";
        List<JsonNode> answers = new ArrayList<>(lines.size());
        for (String line : send(request(path, "application/x-ndjson").POST(BodyPublishers.ofString(body)))
                .split("\n")) {
            if (!line.isBlank()) {
                answers.add(Json.mapper().readTree(line));
            }
        }
        return answers;
    }

    /**
     * Follows a job's events to its end.
     *
     * @return the job as it ended
     * @throws JobFailedException where it failed or was cancelled
     */
    JsonNode follow(String job, Consumer<JsonNode> progress) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/v1/jobs/" + job + "/events"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("data:")) {
                    progress.accept(Json.mapper().readTree(line.substring("data:".length())));
                }
            }
        }
        JsonNode ended = get("/v1/jobs/" + job);
        if (!ended.path("state").asText().equals("DONE")) {
            throw new JobFailedException(
                    "job " + job + " is " + ended.path("state").asText() + ": " + problem(ended.path("problem")));
        }
        return ended;
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", type);
    }

    private String send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> response;
        try {
            response = http.send(request, BodyHandlers.ofString());
        } catch (IOException gone) {
            throw new JobFailedException("the service does not answer any more: " + gone, gone);
        }
        if (response.statusCode() >= 300) {
            throw new JobFailedException("%s %s: %d %s"
                    .formatted(
                            request.method(),
                            request.uri().getPath(),
                            response.statusCode(),
                            problem(json(response.body()))));
        }
        return response.body();
    }

    private static JsonNode json(String text) throws IOException {
        return Json.mapper().readTree(text);
    }

    private static String problem(JsonNode problem) {
        String detail = problem.path("detail").asText(problem.path("title").asText(problem.toString()));
        return problem.hasNonNull("field") ? problem.get("field").asText() + ": " + detail : detail;
    }
}
