package io.scapa.cli.curate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.curation.Candidate;
import io.scapa.curation.CandidateSource;
import io.scapa.curation.filter.FilterComparison;
import io.scapa.curation.io.DocumentFiles;
import io.scapa.curation.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Filters documents and compares with what another tool kept of them. */
@Command(
        description =
                "Filters documents as a recipe says and compares with what datatrove kept: JSON lines with id or text. Exit code 1 where"
                        + " the two differ.")
public final class CompareFiltersCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "RECIPE.yaml", description = "Its filters are compared.")
    private Path recipeFile = Path.of("recipe.yaml");

    @Mixin
    private CandidateOptions candidates = new CandidateOptions();

    @Option(
            names = "--kept",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "What the other tool kept, as its JSON lines writer writes it.")
    private List<Path> kept = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public CompareFiltersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Recipe recipe = RecipeFile.read(recipeFile);
        FilterComparison comparison = new FilterComparison(recipe.filters());
        try (RejectedLines rejected = new RejectedLines(terminal, candidates.strict(), null)) {
            for (Path file : kept) {
                comparison.kept(file, new RejectingFaults(rejected));
            }
            DocumentFiles source = candidates.bare(recipe, FilterComparison::unassessed, rejected, terminal);
            try (CandidateSource.Cursor cursor = source.open()) {
                for (Candidate next = cursor.next(); next != null; next = cursor.next()) {
                    comparison.decide(next);
                }
            }
            rejected.report();
        }
        terminal.out().print(comparison.report());
        return comparison.disagreements() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
}
