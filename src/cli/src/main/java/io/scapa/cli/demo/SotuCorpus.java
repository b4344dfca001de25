package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The State of the Union addresses, cut into sections of whole sentences. */
public final class SotuCorpus {
    private static final int SECTION_WORDS = 240;
    private static final int LEAST_WORDS = 60;

    /**
     * A piece of one address.
     *
     * @param id stable over runs
     * @param year of the address
     * @param president who gave it
     * @param text as the package has it
     */
    public record Section(String id, int year, String president, String text) {}

    private SotuCorpus() {}

    /** Every section, by year and place. */
    public static List<Section> read(Path packageFolder) throws IOException {
        List<Section> sections = new ArrayList<>();
        try (Stream<Path> files = Files.list(packageFolder.resolve("data"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode address = Json.mapper().readTree(Files.readString(file));
                String name = file.getFileName().toString().replace(".json", "");
                List<String> texts = sections(address.path("text").asText());
                for (int i = 0; i < texts.size(); i++) {
                    sections.add(new Section(
                            "sotu-%s-%03d".formatted(name, i),
                            address.path("year").asInt(),
                            address.path("name").asText(),
                            texts.get(i)));
                }
            }
        }
        return sections;
    }

    /** Cuts a text after the sentence that brings a section to its length; a short rest is left out. */
    static List<String> sections(String text) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        int words = 0;
        for (String sentence : text.strip().split("(?<=[.!?])\\s+")) {
            section.append(section.isEmpty() ? "" : " ").append(sentence);
            words += sentence.split("\\s+").length;
            if (words >= SECTION_WORDS) {
                sections.add(section.toString());
                section.setLength(0);
                words = 0;
            }
        }
        if (words >= LEAST_WORDS) {
            sections.add(section.toString());
        }
        return sections;
    }
}
