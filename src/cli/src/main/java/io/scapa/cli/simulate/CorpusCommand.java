package io.scapa.cli.simulate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.cli.curate.RecipeFile;
import io.scapa.provenance.Mixture;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.ScenarioRunner;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.report.SimulationReport;
import io.scapa.simulation.text.CorpusClaims;
import io.scapa.simulation.text.CorpusStudy;
import io.scapa.simulation.text.Decoding;
import io.scapa.simulation.text.NgramFamily;
import io.scapa.simulation.text.NgramFamily.Learner;
import io.scapa.simulation.text.TextCorpus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Chains of language models over the user's own documents. */
@Command(description = "What mixtures do to your own corpus: chains of n-gram models over its documents.")
public final class CorpusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Documents as JSON lines, plain, .gz or .zst; the folder of an exported dataset, whose own mixture is"
                            + " then run beside the usual ones; or sotu, the addresses of the catalogue.")
    private List<Path> files = List.of();

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "Training tokens per generation (default: 45%% of the corpus).")
    private @Nullable Integer tokens;

    @Option(names = "--generations", paramLabel = "G", description = "Generations (default ${DEFAULT-VALUE}).")
    private int generations = 10;

    @Option(names = "--seeds", paramLabel = "N", description = "Chains per mixture (default ${DEFAULT-VALUE}).")
    private int seeds = CorpusStudy.LEAST_SEEDS;

    @Option(names = "--learner", description = "counts, kneser_ney, mixing or tuned_mixing (default counts).")
    private String learner = "counts";

    @Option(names = "--temperature", paramLabel = "T", description = "Of sampling (default ${DEFAULT-VALUE}).")
    private double temperature = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--external",
            paramLabel = "COMMAND",
            description = "Your own model, a process that trains, writes and scores over JSON lines"
                    + " (docs/examples/external-model).")
    private @Nullable String external;

    @Option(
            names = "--gamma",
            paramLabel = "SHARE",
            description =
                    "With --external: share of the first generation's texts in every later one (default ${DEFAULT-VALUE}).")
    private double gamma;

    @Option(
            names = "--eta",
            paramLabel = "SHARE",
            description = "With --external: share of fresh texts, none used twice (default ${DEFAULT-VALUE}).")
    private double eta;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "With --external: how long one answer may take (default ${DEFAULT-VALUE}).")
    private long limit = 3600;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Keeps the state of each mixture beside this name, and goes on from it.")
    private @Nullable Path state;

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE.yaml",
            description = "Runs the recipe's target mixture beside the usual ones.")
    private @Nullable Path recipe;

    @Option(names = "--by-time", description = "Trains on the oldest documents and holds out the newest.")
    private boolean byTime;

    @Option(
            names = "--claims",
            description =
                    "Checks what chains are expected to show on any English corpus of 200,000 tokens or more, and prints"
                            + " the table.")
    private boolean claims;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Writes report.html, report.json, numbers.csv, summary.txt and charts there; with --external,"
                    + " generations.csv.")
    private @Nullable Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public CorpusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CorpusFiles documents = CorpusFiles.read(files, terminal);
        if (external != null) {
            List<String> texts = byTime ? documents.oldestFirst() : documents.shuffled(seed);
            new ExternalRun(external, gamma, eta, Duration.ofSeconds(limit), out)
                    .run(texts, generations, seed, terminal);
            return ExitCode.DONE;
        }
        try {
            int budget = tokens == null ? documents.usualBudget() : tokens;
            TextCorpus corpus = byTime ? documents.splitByTime(budget) : documents.split(budget, seed);
            return claims ? check(corpus, budget) : study(corpus, budget, documents.mixture());
        } catch (ScenarioException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()));
        }
    }

    private int study(TextCorpus corpus, int budget, @Nullable Mixture dataset) throws IOException {
        NgramFamily family = new NgramFamily(corpus, learner(), Decoding.temperature(temperature));
        List<Scenario> scenarios = new ArrayList<>(CorpusStudy.usual(family, budget, generations, seeds, seed));
        if (dataset != null) {
            scenarios.add(CorpusStudy.mixed("dataset", family, dataset, budget, generations, seeds, seed));
        }
        if (recipe != null) {
            Mixture target = RecipeFile.read(recipe).targets().mixture();
            scenarios.add(CorpusStudy.mixed("recipe", family, target, budget, generations, seeds, seed));
        }
        CorpusStudy study = watched(listener -> CorpusStudy.of(corpus, scenarios, runner(listener)));
        terminal.out().print(study.summary());
        if (out != null) {
            List<SimulationResult> all = new ArrayList<>(List.of(study.realOnly()));
            all.addAll(study.runs());
            SimulationReport.of("What mixtures do to " + corpus.name(), study.summary(), all)
                    .writeTo(out);
            terminal.out().println("Report, numbers and charts: " + out);
        }
        return ExitCode.DONE;
    }

    private int check(TextCorpus corpus, int budget) {
        CorpusClaims checked =
                watched(listener -> CorpusClaims.check(corpus, budget, generations, seeds, seed, runner(listener)));
        terminal.out().print(checked.summary());
        terminal.out().println("Medians at generations 0, 1, %d, %d:".formatted(generations / 2, generations));
        terminal.out().print(checked.table());
        return checked.allHold() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private <T> T watched(Function<ProgressListener, T> work) {
        try (ProgressLine progress = new ProgressLine(terminal, "chains")) {
            return work.apply((done, total) -> {
                progress.share((double) done / total, "of " + total + " chains of this mixture");
                return true;
            });
        }
    }

    private ScenarioRunner runner(ProgressListener listener) {
        return new StatefulRunner(state, listener);
    }

    private Learner learner() {
        for (Learner each : Learner.values()) {
            if (each.name().equalsIgnoreCase(learner)) {
                return each;
            }
        }
        throw new InputException(
                "--learner: expected counts, kneser_ney, mixing or tuned_mixing, got '" + learner + "'");
    }
}
