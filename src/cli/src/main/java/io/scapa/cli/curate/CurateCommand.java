package io.scapa.cli.curate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.cli.config.AssessingOptions;
import io.scapa.cli.score.Scoring;
import io.scapa.curation.Curator;
import io.scapa.curation.ExportOptions;
import io.scapa.curation.ExportResult;
import io.scapa.curation.Progress;
import io.scapa.curation.io.DocumentFiles;
import io.scapa.curation.io.LineFaults;
import io.scapa.curation.manifest.Manifest;
import io.scapa.curation.manifest.PoolShare;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeException;
import io.scapa.curation.recipe.RecipeFault;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.detection.Assessor;
import io.scapa.text.io.LineWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a dataset to a recipe, or explains why these documents cannot give it. */
@Command(description = "Makes a dataset with its manifest to a recipe. What has no assessment is assessed.")
public final class CurateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "RECIPE.yaml", description = "What is wanted; datasets/recipes holds examples.")
    private Path recipeFile = Path.of("recipe.yaml");

    @Option(
            names = "--documents",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of documents.")
    private List<Path> documents = List.of();

    @Option(
            names = "--assessments",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of assessments, as score writes them; joined by id and content.")
    private List<Path> assessments = List.of();

    @Option(names = "--explain", description = "Prints the plan and writes nothing.")
    private boolean explain;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "The dataset's folder; it must not exist yet.")
    private @Nullable Path out;

    @Option(
            names = "--accept-shortages",
            description = "Writes a dataset although the recipe cannot be met; the manifest says so.")
    private boolean acceptShortages;

    @Option(names = "--replace", description = "Replaces a dataset that is at DIR.")
    private boolean replace;

    @Option(names = "--strict", description = "Stops at the first line that holds no document.")
    private boolean strict;

    @Mixin
    private AssessingOptions assessing = new AssessingOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public CurateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Recipe recipe = recipe();
        if (out == null && !explain) {
            throw new InputException("where to? -o DIR is expected, or --explain");
        }
        for (Path file : assessments) {
            if (!Files.isReadable(file)) {
                throw InputException.of(file, "a readable file of assessments is expected");
            }
        }
        Assessor assessor = assessing.assessor();
        Path made = assessments.isEmpty() ? Files.createTempFile("scapa-assessments", ".jsonl.gz") : null;
        try (RejectedLines rejected =
                new RejectedLines(terminal, strict, out == null ? null : Path.of(out + ".rejected.jsonl"))) {
            if (made != null) {
                assess(assessor, made, rejected);
            }
            DocumentFiles source = new DocumentFiles(
                    documents,
                    made == null ? assessments : List.of(made),
                    assessor::assess,
                    recipe.tokenizer(),
                    made == null ? new RejectingFaults(rejected) : LineFaults.ignored());
            int code = explain || out == null ? explain(recipe, source) : export(recipe, source, out);
            rejected.report();
            return code;
        } finally {
            if (made != null) {
                Files.deleteIfExists(made);
            }
        }
    }

    private Recipe recipe() throws IOException {
        try {
            return RecipeReader.read(recipeFile);
        } catch (RecipeException wrong) {
            throw new InputException(wrong.faults().stream().map(this::words).collect(Collectors.joining("\n  ")));
        }
    }

    private String words(RecipeFault fault) {
        String place = fault.line() == null ? recipeFile + ": " : recipeFile + ":" + fault.line() + ": ";
        return place + fault.field() + ": expected " + fault.expectation() + ", got " + fault.got();
    }

    /** Every document once, on every core, so that the passes of the curator only join. */
    private void assess(Assessor assessor, Path to, RejectedLines rejected) throws IOException {
        try (LineWriter writer = LineWriter.open(to)) {
            long count = new Scoring(assessor, assessing.threads(), terminal).run(documents, writer::write, rejected);
            if (count == 0) {
                throw new InputException("none of the lines holds a document");
            }
        }
    }

    private int explain(Recipe recipe, DocumentFiles source) throws IOException {
        Plan plan = Curator.standard().plan(recipe, source);
        terminal.out().println(plan.explain());
        return plan.feasible() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int export(Recipe recipe, DocumentFiles source, Path folder) throws IOException {
        if (Files.exists(folder) && !replace) {
            throw InputException.of(folder, "a folder that does not exist yet is expected, or --replace");
        }
        ExportOptions options = new ExportOptions(assessing.threads(), acceptShortages, replace);
        ExportResult result;
        try (ProgressLine line = new ProgressLine(terminal, "curating")) {
            Progress progress = (stage, done, total) -> line.share(
                    total > 0 ? (double) done / total : 0, stage.name().toLowerCase(Locale.ROOT));
            result = Curator.standard().export(recipe, source, folder, new SimulatedCollapse(), progress, options);
        }
        return switch (result) {
            case ExportResult.Exported exported -> {
                print(exported);
                yield ExitCode.DONE;
            }
            case ExportResult.Infeasible infeasible -> {
                terminal.warn("the recipe cannot be met with these documents\n"
                        + infeasible.plan().explain());
                yield ExitCode.FAILED;
            }
            case ExportResult.TooRisky risky -> {
                terminal.warn(risky.explanation());
                yield ExitCode.FAILED;
            }
        };
    }

    private void print(ExportResult.Exported exported) {
        Manifest manifest = exported.manifest();
        terminal.out().println("%,d documents, %,d tokens".formatted(manifest.documents(), manifest.tokens()));
        for (PoolShare pool : manifest.realised().pools()) {
            terminal.out()
                    .println("  %-6s asked for %.3f, realised %.3f [%.3f, %.3f]"
                            .formatted(
                                    pool.pool().symbol(),
                                    pool.target(),
                                    pool.share(),
                                    pool.interval().lower(),
                                    pool.interval().upper()));
        }
        terminal.out().println("collapse: " + manifest.collapse().summary());
        terminal.out().println("dataset " + exported.folder());
    }
}
