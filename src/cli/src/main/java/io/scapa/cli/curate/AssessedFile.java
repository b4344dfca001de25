package io.scapa.cli.curate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.curation.io.DocumentPass;
import io.scapa.detection.Assessor;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.Json;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Assessments that a curation makes for itself, in a file beside its dataset. A job that was killed leaves the file, and the next one of
 * the same documents and detector goes on behind its last whole line, inside whatever input that was.
 */
final class AssessedFile {
    private final Path path;
    private final List<Path> documents;
    private final Assessor assessor;
    private final int threads;
    private final Terminal terminal;
    private final String heading;

    private AssessedFile(
            Path path, List<Path> documents, Assessor assessor, int threads, Terminal terminal, String heading) {
        this.path = path;
        this.documents = documents;
        this.assessor = assessor;
        this.threads = threads;
        this.terminal = terminal;
        this.heading = heading;
    }

    static AssessedFile beside(Path dataset, List<Path> documents, Assessor assessor, int threads, Terminal terminal)
            throws IOException {
        StringBuilder inputs = new StringBuilder(assessor.release());
        for (Path file : documents) {
            inputs.append('\n')
                    .append(file.toAbsolutePath())
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis());
        }
        Path place = dataset.toAbsolutePath().normalize();
        Path path = place.resolveSibling("." + place.getFileName() + ".assessments.jsonl");
        String heading = "{\"assessmentsOf\":\"" + ContentHash.ofCleanText(inputs.toString()) + "\"}";
        return new AssessedFile(path, documents, assessor, threads, terminal, heading);
    }

    Path path() {
        return path;
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Assesses every document that is not yet in the file; tells of every line that holds none. */
    void fill(RejectedLines rejected) throws IOException {
        long done = resume();
        long count = 0;
        try (BufferedWriter out = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                DocumentPass<String> pass = new DocumentPass<>(documents, threads, done, this::assessed);
                ProgressLine progress = new ProgressLine(terminal, "assessing")) {
            if (Files.size(path) == 0) {
                out.write(heading + "\n");
            }
            for (List<DocumentPass.Line<String>> lines = pass.next(); lines != null; lines = pass.next()) {
                for (DocumentPass.Line<String> line : lines) {
                    count += take(line, out, rejected);
                }
                out.flush();
                progress.count(count, "documents");
            }
        }
        if (count == 0) {
            throw new InputException("none of the lines holds a document");
        }
    }

    private static int take(DocumentPass.Line<String> line, BufferedWriter out, RejectedLines rejected)
            throws IOException {
        if (line.bad() != null) {
            rejected.reject(line.file(), line.bad());
            return 0;
        }
        if (line.result() != null) {
            out.write(line.result() + "\n");
        }
        return 1;
    }

    private String assessed(Document document) {
        try {
            return Json.mapper().writeValueAsString(AssessmentJson.toJson(assessor.assess(document)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an assessment is always JSON", impossible);
        }
    }

    /** How many whole assessments a killed job of the same inputs left; what is half a line, or of other inputs, goes. */
    private long resume() throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        long lines = 0;
        long end = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            byte[] first = in.readNBytes(heading.length() + 1);
            boolean same = new String(first, StandardCharsets.UTF_8).equals(heading + "\n");
            if (!same) {
                Files.delete(path);
                return 0;
            }
            long at = first.length;
            end = at;
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                if (b == '\n') {
                    lines++;
                    end = at;
                }
            }
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(end);
        }
        if (lines > 0) {
            terminal.warn("going on behind %,d assessments of an earlier call".formatted(lines));
        }
        return lines;
    }
}
