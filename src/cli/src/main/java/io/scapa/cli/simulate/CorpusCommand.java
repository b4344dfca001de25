package io.scapa.cli.simulate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.report.SimulationReport;
import io.scapa.simulation.text.CorpusStudy;
import io.scapa.simulation.text.Decoding;
import io.scapa.simulation.text.NgramFamily;
import io.scapa.simulation.text.NgramFamily.Learner;
import io.scapa.simulation.text.TextCorpus;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentReader;
import io.scapa.text.io.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Chains of language models over the user's own documents. */
@Command(description = "What mixtures do to your own corpus: chains of n-gram models over its documents.")
public final class CorpusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Documents as JSON lines, plain, .gz or .zst.")
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

    @Option(names = "--learner", description = "counts or kneser_ney or mixing (default counts).")
    private String learner = "counts";

    @Option(names = "--temperature", paramLabel = "T", description = "Of sampling (default ${DEFAULT-VALUE}).")
    private double temperature = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Writes a report per mixture there.")
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
        List<String> documents = documents();
        try {
            CorpusStudy study = study(documents);
            terminal.out().print(study.summary());
            if (out != null) {
                write(study.realOnly());
                for (SimulationResult run : study.runs()) {
                    write(run);
                }
                terminal.out().println("Reports: " + out);
            }
        } catch (ScenarioException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()));
        }
        return ExitCode.DONE;
    }

    private CorpusStudy study(List<String> documents) {
        String name = files.get(0).getFileName().toString();
        int budget = tokens == null ? (int) (0.45 * TextCorpus.count(documents)) : tokens;
        TextCorpus corpus = TextCorpus.of(name, documents, budget, seed);
        NgramFamily family = new NgramFamily(corpus, learner(), Decoding.temperature(temperature));
        List<Scenario> scenarios = CorpusStudy.usual(family, budget, generations, seeds, seed);
        try (ProgressLine progress = new ProgressLine(terminal, "chains")) {
            return CorpusStudy.of(corpus, scenarios, Runtime.getRuntime().availableProcessors(), (done, total) -> {
                progress.share((double) done / total, "of " + total + " chains of this mixture");
                return true;
            });
        }
    }

    private Learner learner() {
        for (Learner each : Learner.values()) {
            if (each.name().equalsIgnoreCase(learner)) {
                return each;
            }
        }
        throw new InputException("--learner: expected counts, kneser_ney or mixing, got '" + learner + "'");
    }

    private void write(SimulationResult run) throws IOException {
        Path folder = java.util.Objects.requireNonNull(out);
        SimulationReport.of(run).writeTo(folder.resolve(run.scenario().name().replace(' ', '-')));
    }

    private List<String> documents() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            try (DocumentReader reader = DocumentReader.open(file, ReadLimits.STANDARD)) {
                while (reader.hasNext()) {
                    if (reader.next() instanceof DocumentLine.Good good) {
                        texts.add(good.document().text());
                    }
                }
            }
        }
        if (texts.isEmpty()) {
            throw new InputException("no document could be read from " + files);
        }
        return texts;
    }
}
