package io.scapa.curation.manifest;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON for people to read, the same bytes on every system. */
public final class JsonFiles {
    private JsonFiles() {}

    /** Two-space indentation, line feeds, a line feed at the end. */
    public static byte[] pretty(JsonNode json) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return (Json.mapper().writer(printer).writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
