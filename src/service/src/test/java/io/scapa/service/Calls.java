package io.scapa.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Calls of a running service over plain HTTP. */
public final class Calls {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    public Calls(URI base) {
        this.base = base;
    }

    /** An answer: status, media type and body. */
    public record Answer(int status, String mediaType, String body) {
        public JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }

        public List<JsonNode> lines() {
            List<JsonNode> lines = new ArrayList<>();
            body.lines().forEach(line -> {
                try {
                    lines.add(Json.mapper().readTree(line));
                } catch (IOException e) {
                    throw new AssertionError("not JSON: " + line, e);
                }
            });
            return lines;
        }

        /** The answer, which must have this status. */
        public Answer with(int expected) {
            assertThat(status).as("status of the answer %s", body).isEqualTo(expected);
            return this;
        }

        /** The problem that the answer must be. */
        public JsonNode problem(int expected) {
            with(expected);
            assertThat(mediaType).isEqualTo("application/problem+json");
            assertThat(json().get("status").intValue()).isEqualTo(expected);
            assertThat(json().get("detail").textValue()).isNotBlank();
            return json();
        }
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET().build());
    }

    public Answer getAs(String path, String mediaType) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", mediaType)
                .GET()
                .build());
    }

    public Answer delete(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).DELETE().build());
    }

    public Answer post(String path, JsonNode body) {
        return post(path, "application/json", body.toString());
    }

    public Answer put(String path, String body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer post(String path, String mediaType, String body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer post(String path, String mediaType, byte[] body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            String type =
                    response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
            return new Answer(response.statusCode(), type, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Follows a job's events until its end, and returns the last. */
    public JsonNode await(String job) {
        Answer events = get("/v1/jobs/" + job + "/events").with(200);
        List<String> data =
                events.body().lines().filter(line -> line.startsWith("data:")).toList();
        return new Answer(200, "", data.getLast().substring(5)).json();
    }

    /** A document. */
    public static ObjectNode document(String source, String id, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("source", source)
                .put("id", id)
                .put("text", text);
    }
}
