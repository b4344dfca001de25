package io.scapa.cli.curate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.curation.impact.Impact;
import io.scapa.curation.impact.ImpactStudy;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.PoolProbabilities;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which datasets break their limit under another detector release. */
@Command(
        description =
                "Sums datasets again with the assessments of another detector release. Exit code 1 where one breaks its limit.")
public final class ImpactCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Datasets.")
    private List<Path> datasets = List.of();

    @Option(names = "--release", required = true, paramLabel = "R", description = "The other release's id.")
    private String release = "";

    @Option(
            names = "--assessments",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Assessments by that release, as score writes them.")
    private List<Path> assessments = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public ImpactCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Map<ContentHash, PoolProbabilities> newer = new HashMap<>();
        try (RejectedLines rejected = new RejectedLines(terminal, false, null)) {
            ReleaseAssessments.read(assessments, release, newer, rejected);
            rejected.report();
        }
        if (newer.isEmpty()) {
            throw new InputException("none of the assessments is of release " + release);
        }
        ImpactStudy study = new ImpactStudy(newer::get);
        int broken = 0;
        for (Path dataset : datasets) {
            Impact impact = study.of(dataset);
            broken += impact.breaks() ? 1 : 0;
            terminal.out().println(words(dataset, impact));
        }
        return broken == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String words(Path dataset, Impact impact) {
        return String.format(
                Locale.ROOT,
                "%s  %s: %s; alpha was %.4f, is %.4f, at most %.4f%s; %.1f%% of the tokens assessed again",
                impact.breaks() ? "BREAKS" : "holds ",
                dataset,
                impact.dataset(),
                impact.alphaThen(),
                impact.alphaNow(),
                impact.boundNow(),
                impact.limit() == null ? ", no limit" : String.format(Locale.ROOT, " of %.4f", impact.limit()),
                100 * impact.reassessed());
    }
}
