package io.scapa.cli.curate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.curation.audit.Audit;
import io.scapa.curation.audit.AuditFile;
import io.scapa.curation.audit.AuditJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes labels in. */
@Command(
        description =
                "Takes the labels of filled-in samples into a file of labels; a later label replaces an earlier one.")
public final class AuditImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Samples that were filled in.")
    private List<Path> filled = List.of();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "LABELS",
            description = "The file of labels; what is in it stays.")
    private Path out = Path.of("labels.jsonl");

    @Option(names = "--strict", description = "Stops at the first line that is wrong.")
    private boolean strict;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public AuditImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (RejectedLines rejected = new RejectedLines(terminal, strict, null)) {
            List<Path> files = new ArrayList<>(filled);
            if (Files.exists(out)) {
                files.add(out);
            }
            Audit audit = AuditFile.read(files, new RejectingFaults(rejected));
            if (audit.isEmpty()) {
                throw new InputException(
                        "none of the lines holds a label: label, by and on are expected to be filled in");
            }
            Path part = out.resolveSibling(out.getFileName() + ".part");
            StringBuilder lines = new StringBuilder();
            audit.labels()
                    .forEach(label -> lines.append(AuditJson.toJson(label)).append('\n'));
            Files.writeString(part, lines);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
            rejected.report();
            terminal.out()
                    .println("%,d labels in %s; curate --audit %s lets bounds rest on them"
                            .formatted(audit.labels().size(), out, out));
            return rejected.count() == 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
