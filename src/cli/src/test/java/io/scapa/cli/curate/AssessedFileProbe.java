package io.scapa.cli.curate;

import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.cli.config.AssessingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the file that a curation leaves which was killed while it assessed. */
final class AssessedFileProbe {
    private AssessedFileProbe() {}

    /** Whole assessments of the first documents, and half a line. */
    static void leaveHalf(Path documents, Path dataset, int count) throws IOException {
        Terminal silent = new Terminal(
                new java.io.PrintStream(java.io.OutputStream.nullOutputStream()),
                new java.io.PrintStream(java.io.OutputStream.nullOutputStream()),
                false,
                java.util.Map.of());
        AssessedFile file =
                AssessedFile.beside(dataset, List.of(documents), new AssessingOptions().assessor(), 1, silent);
        try (RejectedLines rejected = new RejectedLines(silent, false, null)) {
            file.fill(rejected);
        }
        List<String> lines = Files.readAllLines(file.path());
        String half = lines.get(count + 1).substring(0, lines.get(count + 1).length() / 2);
        Files.writeString(file.path(), String.join("\n", lines.subList(0, count + 1)) + "\n" + half);
    }
}
