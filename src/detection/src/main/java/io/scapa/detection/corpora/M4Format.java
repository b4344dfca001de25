package io.scapa.detection.corpora;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.training.LabelledDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * M4: {@code prompt, human_text, machine_text, model, source, source_ID}, a pair a line, in {@code DOMAIN_MODEL.jsonl}. The same human
 * text stands in the file of every model; its id is that of its source, so that it counts once. Languages are told by the file's name.
 */
final class M4Format implements DatasetFormat.Layout {
    private static final List<Map.Entry<String, String>> LANGUAGES = List.of(
            Map.entry("id-newspaper", "id"),
            Map.entry("indonesian", "id"),
            Map.entry("ruatd", "ru"),
            Map.entry("russian", "ru"),
            Map.entry("urdu", "ur"),
            Map.entry("baike", "zh"),
            Map.entry("qazh", "zh"),
            Map.entry("chinese", "zh"),
            Map.entry("german", "de"),
            Map.entry("arabic", "ar"),
            Map.entry("bulgarian", "bg"));

    @Override
    public boolean matches(Path file) throws IOException {
        if (!Rows.ends(file, ".jsonl")) {
            return false;
        }
        JsonNode first = Rows.firstObject(file);
        return first != null && first.has("machine_text") && first.has("human_text");
    }

    @Override
    public void read(Path file, Consumer<LabelledDocument> sink) throws IOException {
        long number = 0;
        try (BufferedReader lines = Rows.open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    pair(file, number, Rows.object(file, number, line), sink);
                }
            }
        }
    }

    private static void pair(Path file, long line, JsonNode pair, Consumer<LabelledDocument> sink) {
        String stem = Rows.stem(file);
        String domain = stem.contains("_") ? stem.substring(0, stem.lastIndexOf('_')) : stem;
        String group = pair.hasNonNull("source_ID")
                ? "m4-" + domain + "-" + pair.get("source_ID").asText()
                : "m4-" + stem + "-" + line;
        String human = text(file, line, pair, "human_text");
        String machine = text(file, line, pair, "machine_text");
        if (human == null && machine == null) {
            throw Rows.at(file, line, "human_text or machine_text is expected");
        }
        if (human != null) {
            sink.accept(document(file, group + "-human", human, null, domain, group));
        }
        if (machine != null) {
            String model = pair.path("model").asText(stem.substring(stem.lastIndexOf('_') + 1));
            sink.accept(document(file, group + "-" + model + "-" + line, machine, model, domain, group));
        }
    }

    private static LabelledDocument document(
            Path file, String id, String text, @Nullable String model, String domain, String group) {
        return Rows.document(
                "m4", Rows.NOT_STATED, id, text, model, domain, language(file), null, group, Rows.split(file));
    }

    /** A text, or the texts of a list one after the other; null where there is none. */
    private static @Nullable String text(Path file, long line, JsonNode pair, String field) {
        JsonNode value = pair.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isArray() && value.size() == 1) {
            value = value.get(0);
        }
        if (!value.isTextual()) {
            throw Rows.at(file, line, field + ": a text is expected, got " + value.getNodeType());
        }
        return value.textValue().isBlank() ? null : value.textValue();
    }

    private static String language(Path file) {
        String name = Rows.stem(file).toLowerCase(Locale.ROOT);
        return LANGUAGES.stream()
                .filter(l -> name.contains(l.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("en");
    }
}
