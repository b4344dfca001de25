package io.scapa.detection.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.detection.corpora.DatasetFormat;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads labelled corpora: JSON lines, plain or {@code .gz}, with {@code text} and {@code label} ({@code human} or
 * {@code llm}), and optionally {@code id, model, domain, lang, attack, source, license, group, split}. Streams: one document
 * is in memory at a time. Public data sets are read as they are published: {@link DatasetFormat}.
 */
public final class CorpusReader {
    private static final String LINES = "scapa";

    private final ObjectMapper mapper = new ObjectMapper();
    private final String format;

    /** Reads labelled lines, and public data sets that show by themselves what they are. */
    public CorpusReader() {
        this("auto");
    }

    /**
     * Reads one format.
     *
     * @param format {@code auto}, {@code scapa} for labelled lines, or a {@link DatasetFormat}'s label
     * @throws IllegalArgumentException where there is no such format
     */
    public CorpusReader(String format) {
        if (!format.equals("auto") && !format.equals(LINES)) {
            DatasetFormat.named(format);
        }
        this.format = format;
    }

    /** The corpus files below some folders or files, in the order of their names. */
    public static List<Path> files(List<Path> roots) {
        return new CorpusReader().filesOf(roots);
    }

    /** The files of this reader's format below some folders or files, in the order of their names. */
    public List<Path> filesOf(List<Path> roots) {
        return roots.stream()
                .flatMap(root -> Files.isRegularFile(root) ? Stream.of(root) : below(root))
                .distinct()
                .toList();
    }

    private boolean wants(Path file) {
        String name = file.toString();
        boolean lines = name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
        return switch (format) {
            case LINES -> lines;
            case "auto" -> lines || DatasetFormat.of(file).isPresent();
            default -> DatasetFormat.named(format).matches(file);
        };
    }

    private Stream<Path> below(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).filter(this::wants).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException where a line is not an object with a text and a known label; names file and line
     */
    public void read(Path file, Consumer<LabelledDocument> sink) {
        Optional<DatasetFormat> published = switch (format) {
            case LINES -> Optional.empty();
            case "auto" -> DatasetFormat.of(file);
            default -> Optional.of(DatasetFormat.named(format));
        };
        if (published.isPresent()) {
            published.get().read(file, sink);
        } else {
            readLines(file, sink);
        }
    }

    private void readLines(Path file, Consumer<LabelledDocument> sink) {
        long number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    sink.accept(document(file, number, object(file, number, line)));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": after line " + number + ": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object(Path file, long number, String line) {
        try {
            return mapper.readValue(line, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ": line " + number + ": expected a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static LabelledDocument document(Path file, long number, Map<String, Object> line) {
        Object text = line.get("text");
        String label = field(line, "label", "");
        if (!(text instanceof String content)) {
            throw new IllegalArgumentException(file + ": line " + number + ": expected a text, got " + text);
        }
        if (!label.equals("human") && !label.equals("llm")) {
            throw new IllegalArgumentException(
                    file + ": line " + number + ": expected label human or llm, got " + label);
        }
        String name = file.getFileName().toString().replaceAll("\\.jsonl(\\.gz)?$", "");
        String id = field(line, "id", name + "-" + number);
        return new LabelledDocument(
                id,
                content,
                label.equals("llm"),
                field(line, "model", "unknown"),
                field(line, "domain", "unknown"),
                field(line, "lang", "en"),
                (String) line.get("attack"),
                field(line, "source", name),
                field(line, "license", "not stated"),
                field(line, "group", id),
                field(line, "split", "train"));
    }

    private static String field(Map<String, Object> line, String name, String otherwise) {
        return line.get(name) instanceof String value ? value : otherwise;
    }
}
