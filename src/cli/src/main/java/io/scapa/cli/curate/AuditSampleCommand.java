package io.scapa.cli.curate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.curation.AuditSampler;
import io.scapa.curation.Progress;
import io.scapa.curation.recipe.Recipe;
import io.scapa.text.io.LineWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the documents that somebody should label. */
@Command(description = "Draws documents of each pool for a person to label; the same documents each time.")
public final class AuditSampleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "RECIPE.yaml", description = "The recipe that the audit is for.")
    private Path recipeFile = Path.of("recipe.yaml");

    @Mixin
    private CandidateOptions candidates = new CandidateOptions();

    @Option(
            names = "--per-pool",
            paramLabel = "N",
            description = "How many documents of each pool should have a label in the end; 500 by default.")
    private int perPool = 500;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "Where the lines to fill in go.")
    private Path out = Path.of("sample.jsonl");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public AuditSampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Recipe recipe = RecipeFile.read(recipeFile);
        if (perPool < 1) {
            throw new InputException("--per-pool: 1 document or more is expected, got " + perPool);
        }
        try (RejectedLines rejected = new RejectedLines(terminal, candidates.strict(), null);
                OpenCandidates open = candidates.open(recipe, out, rejected, terminal)) {
            AuditSampler sampler = new AuditSampler(recipe, candidates.audit(rejected));
            List<ObjectNode> lines = sampler.sample(open.source(), perPool, Progress.none());
            try (LineWriter writer = LineWriter.open(out)) {
                for (ObjectNode line : lines) {
                    writer.write(line.toString());
                }
            }
            open.done();
            rejected.report();
            terminal.out()
                    .println("%,d documents to label in %s: fill in label, by and on".formatted(lines.size(), out));
            return ExitCode.DONE;
        }
    }
}
