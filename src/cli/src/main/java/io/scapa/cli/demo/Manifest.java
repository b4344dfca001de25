package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a dataset's manifest says, read back from its folder: the demo tells what a reviewer would find there.
 *
 * @param folder of the dataset
 * @param json its {@code manifest.json}
 */
record Manifest(Path folder, JsonNode json) {
    static Manifest read(Path folder) throws IOException {
        return new Manifest(folder, Json.mapper().readTree(Files.readString(folder.resolve("manifest.json"))));
    }

    String totals() {
        return String.format(
                Locale.ROOT,
                "%,d documents, %,d tokens of %,d asked for",
                json.at("/totals/documents").asLong(),
                json.at("/totals/tokens").asLong(),
                json.at("/totals/tokensAsked").asLong());
    }

    TextTable mixture() {
        TextTable table = new TextTable("pool", "asked for", "realised", "95 % interval", "within tolerance");
        for (JsonNode pool : json.at("/mixture/pools")) {
            table.row(List.of(
                    pool.path("pool").asText(),
                    String.format(
                            Locale.ROOT,
                            "%.3f +- %.3f",
                            pool.path("target").asDouble(),
                            pool.path("tolerance").asDouble()),
                    String.format(Locale.ROOT, "%.3f", pool.path("share").asDouble()),
                    String.format(
                            Locale.ROOT,
                            "[%.3f, %.3f]",
                            pool.at("/interval/0").asDouble(),
                            pool.at("/interval/1").asDouble()),
                    pool.path("withinTolerance").asBoolean() ? "yes" : "no"));
        }
        return table;
    }

    String collapse() {
        return json.at("/collapse/summary").asText();
    }
}
