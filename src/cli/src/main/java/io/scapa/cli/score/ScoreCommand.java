package io.scapa.cli.score;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.cli.config.AssessingOptions;
import io.scapa.text.io.Compression;
import io.scapa.text.io.LineWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints an assessment for each document, in order. */
@Command(
        description =
                "Assesses documents (JSON lines, plain, .gz or .zst) and prints the assessments as JSON lines, in order.")
public final class ScoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of documents.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            description = "Where to; .gz and .zst pack. It appears when it is complete. By default standard output.")
    private @Nullable Path out;

    @Option(names = "--strict", description = "Stops at the first line that holds no document.")
    private boolean strict;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description =
                    "Where lines that hold no document are written with their reason; by default OUT.rejected.jsonl.")
    private @Nullable Path rejected;

    @Option(
            names = "--mixed",
            description =
                    "Every text is known to be partly by a person and partly by a model: says where, without asking whether.")
    private boolean mixed;

    @Mixin
    private AssessingOptions assessing = new AssessingOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path aside = rejected != null || out == null ? rejected : Path.of(out + ".rejected.jsonl");
        long scored;
        try (RejectedLines lines = new RejectedLines(terminal, strict, aside)) {
            scored = out == null ? toTerminal(lines) : toFile(out, lines);
            lines.report();
            if (scored == 0 && lines.count() > 0) {
                throw new InputException("none of the lines holds a document");
            }
        }
        return ExitCode.DONE;
    }

    private long toTerminal(RejectedLines lines) throws IOException {
        Scoring scoring = new Scoring(assessing.assessor(mixed), assessing.threads(), terminal);
        return scoring.run(
                files,
                json -> {
                    terminal.out().println(json);
                    if (terminal.out().checkError()) {
                        throw new IOException("nobody reads the output any more");
                    }
                },
                lines);
    }

    private long toFile(Path target, RejectedLines lines) throws IOException {
        Scoring scoring = new Scoring(assessing.assessor(mixed), assessing.threads(), terminal);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        long scored;
        try (LineWriter writer = LineWriter.of(Files.newOutputStream(part), Compression.ofSuffix(target))) {
            scored = scoring.run(files, writer::write, lines);
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(part);
            throw fault;
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return scored;
    }
}
