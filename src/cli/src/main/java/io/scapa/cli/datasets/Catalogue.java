package io.scapa.cli.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.InputException;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The public corpora that Scapa knows, read from {@code datasets/catalog.yaml}. Reading is strict: an unknown or missing
 * field is an error that names it.
 *
 * @param entries in the order of the file
 */
public record Catalogue(List<CatalogueEntry> entries) {
    private static final Set<String> ENTRY_FIELDS =
            Set.of("name", "what", "licence", "provenance", "how", "npm", "files", "fields");
    private static final Set<String> FILE_FIELDS = Set.of("name", "url", "size", "sha256");

    public Catalogue {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a catalogue.
     *
     * @throws InputException where the file does not hold one
     * @throws IOException where it cannot be read
     */
    public static Catalogue read(Path file) throws IOException {
        JsonNode root;
        try {
            root = Json.yaml().readTree(Files.readString(file));
        } catch (JsonProcessingException fault) {
            throw InputException.at(
                    file,
                    fault.getLocation() == null ? 1 : fault.getLocation().getLineNr(),
                    "YAML is expected: " + fault.getOriginalMessage());
        }
        if (root == null || !root.isArray()) {
            throw InputException.of(file, "a list of corpora is expected");
        }
        List<CatalogueEntry> entries = new ArrayList<>();
        for (JsonNode node : root) {
            try {
                entries.add(entry(node));
            } catch (IllegalArgumentException fault) {
                throw InputException.of(
                        file,
                        "corpus " + node.path("name").asText("number " + (entries.size() + 1)) + ": "
                                + fault.getMessage());
            }
        }
        return new Catalogue(entries);
    }

    /**
     * The corpus of a name.
     *
     * @throws InputException that lists the known ones, where there is none
     */
    public CatalogueEntry named(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("there is no corpus " + name + " in the catalogue; it holds "
                        + entries.stream().map(CatalogueEntry::name).collect(Collectors.joining(", "))));
    }

    private static CatalogueEntry entry(JsonNode node) {
        onlyKnown(node, ENTRY_FIELDS);
        List<RemoteFile> files = new ArrayList<>();
        node.path("files").forEach(file -> files.add(file(file)));
        Map<String, String> fields = new LinkedHashMap<>();
        node.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return new CatalogueEntry(
                text(node, "name"),
                text(node, "what"),
                text(node, "licence"),
                text(node, "provenance"),
                node.path("how").asText(""),
                optional(node, "npm"),
                files,
                fields);
    }

    private static RemoteFile file(JsonNode node) {
        onlyKnown(node, FILE_FIELDS);
        Long size = node.hasNonNull("size") ? Long.valueOf(node.get("size").asLong(-1)) : null;
        return new RemoteFile(text(node, "name"), URI.create(text(node, "url")), size, optional(node, "sha256"));
    }

    private static void onlyKnown(JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("unknown field " + name + "; known are "
                        + known.stream().sorted().toList());
            }
        });
    }

    private static String text(JsonNode node, String field) {
        String value = node.path(field).asText("").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a text is expected in the field " + field);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
