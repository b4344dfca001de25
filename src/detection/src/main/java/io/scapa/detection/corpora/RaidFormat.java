package io.scapa.detection.corpora;

import io.scapa.detection.training.LabelledDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * RAID: {@code id, adv_source_id, source_id, model, decoding, repetition_penalty, attack, domain, title, prompt, generation}; the model
 * is {@code human} for human text, the attack {@code none} for clean text. The public test file has no labels and is refused.
 */
final class RaidFormat implements DatasetFormat.Layout {
    private static final List<String> COLUMNS = List.of("id", "source_id", "model", "attack", "domain", "generation");

    @Override
    public boolean matches(Path file) throws IOException {
        return CsvTable.hasColumns(file, List.of("id", "generation"));
    }

    @Override
    public void read(Path file, Consumer<LabelledDocument> sink) throws IOException {
        try (CsvTable table = new CsvTable(file)) {
            table.require(COLUMNS);
            while (table.next()) {
                String model = table.required("model");
                String attack = table.get("attack");
                String domain = table.required("domain");
                String id = table.required("id");
                sink.accept(Rows.document(
                        "raid",
                        "MIT",
                        "raid-" + id,
                        table.get("generation"),
                        model.equals("human") ? null : model,
                        domain,
                        language(domain),
                        attack.isEmpty() || attack.equals("none") ? null : attack,
                        table.get("source_id").isEmpty() ? id : table.get("source_id"),
                        Rows.split(file)));
            }
        }
    }

    private static String language(String domain) {
        return switch (domain) {
            case "czech" -> "cs";
            case "german" -> "de";
            default -> "en";
        };
    }
}
