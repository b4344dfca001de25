package io.scapa.simulation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One expectation of {@code simulation-goldens/expectations.json}. */
record Expectation(
        String id,
        String model,
        String regime,
        JsonNode params,
        String statistic,
        int generation,
        double expected,
        double tolerance,
        int replicates,
        String kind) {
    static List<Expectation> all() {
        try {
            JsonNode root = new ObjectMapper()
                    .readTree(SharedFolder.require("simulation-goldens/expectations.json")
                            .toFile());
            List<Expectation> expectations = new ArrayList<>();
            for (JsonNode node : root.get("expectations")) {
                expectations.add(new Expectation(
                        node.get("id").asText(),
                        node.get("model").asText(),
                        node.get("regime").asText(),
                        node.get("params"),
                        node.get("statistic").asText(),
                        node.get("generation").asInt(-1),
                        node.get("expected").asDouble(),
                        node.get("tolerance").asDouble(),
                        node.get("replicates").asInt(),
                        node.get("kind").asText()));
            }
            return expectations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double param(String name, double otherwise) {
        return params.has(name) ? params.get(name).asDouble() : otherwise;
    }

    boolean deterministic() {
        return replicates <= 1;
    }

    /** What two expectations must share to be answered by one run. */
    String group() {
        return model + regime + params;
    }

    @Override
    public String toString() {
        return id;
    }
}
