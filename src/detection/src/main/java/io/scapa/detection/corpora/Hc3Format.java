package io.scapa.detection.corpora;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.training.LabelledDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** HC3: {@code question, human_answers, chatgpt_answers} and, in {@code all.jsonl}, {@code source}; its Chinese edition likewise. */
final class Hc3Format implements DatasetFormat.Layout {
    private static final String HUMAN = "human_answers";
    private static final String MACHINE = "chatgpt_answers";

    @Override
    public boolean matches(Path file) throws IOException {
        if (!Rows.ends(file, ".jsonl")) {
            return false;
        }
        JsonNode first = Rows.firstObject(file);
        return first != null && first.has(HUMAN) && first.has(MACHINE);
    }

    @Override
    public void read(Path file, Consumer<LabelledDocument> sink) throws IOException {
        long number = 0;
        try (BufferedReader lines = Rows.open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    JsonNode question = Rows.object(file, number, line);
                    answers(file, number, question, HUMAN, null, sink);
                    answers(file, number, question, MACHINE, "chatgpt", sink);
                }
            }
        }
    }

    private static void answers(
            Path file,
            long line,
            JsonNode question,
            String field,
            @Nullable String model,
            Consumer<LabelledDocument> sink) {
        JsonNode answers = question.path(field);
        if (!answers.isArray()) {
            throw Rows.at(file, line, "a list " + field + " is expected");
        }
        String stem = Rows.stem(file);
        String group = "hc3-" + stem + "-" + line;
        int index = 0;
        for (JsonNode answer : answers) {
            if (!answer.isTextual()) {
                throw Rows.at(file, line, "texts are expected in " + field + ", got " + answer.getNodeType());
            }
            sink.accept(Rows.document(
                    "hc3",
                    "CC-BY-SA-4.0",
                    group + (model == null ? "-human-" : "-chatgpt-") + index++,
                    answer.textValue(),
                    model,
                    question.path("source").asText(stem),
                    language(file),
                    null,
                    group,
                    Rows.split(file)));
        }
    }

    private static String language(Path file) {
        String path = file.toString().toLowerCase(Locale.ROOT);
        return path.contains("chinese") || path.contains("_zh") || path.contains("-zh") ? "zh" : "en";
    }
}
