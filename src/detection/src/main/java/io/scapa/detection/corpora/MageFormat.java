package io.scapa.detection.corpora;

import io.scapa.detection.training.LabelledDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MAGE: {@code text, label, src}; label 1 is human, 0 is machine. {@code src} is {@code DOMAIN_human} or
 * {@code DOMAIN_machine_PROMPT_MODEL} and must agree with the label.
 */
final class MageFormat implements DatasetFormat.Layout {
    private static final List<String> COLUMNS = List.of("text", "label", "src");
    private static final Pattern MACHINE = Pattern.compile("(.+?)_machine_(?:continuation|specified|topical)_(.+)");
    private static final String HUMAN = "_human";

    @Override
    public boolean matches(Path file) throws IOException {
        return CsvTable.hasColumns(file, COLUMNS);
    }

    @Override
    public void read(Path file, Consumer<LabelledDocument> sink) throws IOException {
        try (CsvTable table = new CsvTable(file)) {
            table.require(COLUMNS);
            while (table.next()) {
                String label = table.required("label");
                if (!label.equals("0") && !label.equals("1")) {
                    throw Rows.at(file, table.line(), "label 0 (machine) or 1 (human) is expected, got " + label);
                }
                String src = table.get("src");
                boolean human = label.equals("1");
                Matcher machine = MACHINE.matcher(src);
                boolean written = machine.matches();
                if (human && written || !human && src.endsWith(HUMAN)) {
                    throw Rows.at(file, table.line(), "label " + label + " does not agree with src " + src);
                }
                String id = "mage-" + Rows.stem(file) + "-" + table.line();
                sink.accept(Rows.document(
                        "mage",
                        Rows.NOT_STATED,
                        id,
                        table.get("text"),
                        model(human, written ? machine.group(2) : null),
                        domain(src, written ? machine.group(1) : null),
                        "en",
                        null,
                        id,
                        Rows.split(file)));
            }
        }
    }

    private static @Nullable String model(boolean human, @Nullable String named) {
        return human ? null : named == null ? "unknown" : named;
    }

    private static String domain(String src, @Nullable String named) {
        if (named != null) {
            return named;
        }
        return src.endsWith(HUMAN) ? src.substring(0, src.length() - HUMAN.length()) : "unknown";
    }
}
