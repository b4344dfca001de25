package io.scapa.cli.simulate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.preset.Material;
import io.scapa.simulation.preset.Preset;
import io.scapa.simulation.preset.Presets;
import io.scapa.simulation.report.SelfTest;
import io.scapa.simulation.report.SimulationReport;
import io.scapa.simulation.scenario.ScenarioReader;
import io.scapa.simulation.text.TextCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a preset or a scenario and prints what was found beside what was published and what theory says. */
@Command(description = "Simulates model collapse. Without a name it lists the presets.")
public final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_TOKENS = 200_000;

    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "PRESET|SCENARIO.yaml", description = "One of the presets, or a file.")
    private @Nullable String name;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Writes report.json, numbers.csv, summary.txt and charts there.")
    private @Nullable Path out;

    @Option(names = "--chains", paramLabel = "N", description = "Another number of chains than the preset's.")
    private @Nullable Integer chains;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed than the preset's.")
    private @Nullable Long seed;

    @Option(
            names = "--corpus",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Documents for presets and scenarios on text; sotu for the addresses of the catalogue.")
    private @Nullable List<Path> corpus;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "Training tokens of --corpus (default: 45%% of it, at most 200,000).")
    private @Nullable Integer tokens;

    @Option(
            names = "--by-time",
            description = "With --corpus: trains on the oldest documents and holds out the newest.")
    private boolean byTime;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Pictures for presets and scenarios on pictures; digits for those of the catalogue.")
    private @Nullable Path images;

    @Option(names = "--self-test", description = "Runs the engine against its closed forms on this machine.")
    private boolean selfTest;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Keeps the state of each scenario beside this name, and goes on from it.")
    private @Nullable Path state;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (selfTest) {
            SelfTest test = SelfTest.run();
            terminal.out().print(test.summary());
            return test.passed() ? ExitCode.DONE : ExitCode.FAILED;
        }
        if (name == null) {
            Presets.all()
                    .forEach(preset -> terminal.out().println("%-18s %s".formatted(preset.name(), preset.title())));
            Presets.namesOnMaterial()
                    .forEach((preset, title) -> terminal.out().println("%-18s %s".formatted(preset, title)));
            return ExitCode.DONE;
        }
        SimulationReport report = report(name);
        terminal.out().print(report.summary());
        if (out != null) {
            report.writeTo(out);
            terminal.out().println("Report, numbers and charts: " + out);
        }
        return ExitCode.DONE;
    }

    private SimulationReport report(String wanted) throws IOException {
        if (wanted.endsWith(".yaml") || wanted.endsWith(".yml") || wanted.endsWith(".json")) {
            Path file = Path.of(wanted);
            try {
                return SimulationReport.of(run(changed(ScenarioReader.read(Files.readString(file), material()))));
            } catch (ScenarioException wrong) {
                throw InputException.of(file, String.valueOf(wrong.getMessage()));
            }
        }
        try {
            Preset preset = Presets.named(wanted, material());
            List<SimulationResult> results = new ArrayList<>();
            for (Scenario scenario : preset.scenarios()) {
                results.add(run(changed(scenario)));
            }
            return SimulationReport.of(preset, results);
        } catch (ScenarioException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()));
        }
    }

    private Material material() throws IOException {
        TextCorpus text = null;
        if (corpus != null) {
            CorpusFiles files = CorpusFiles.read(corpus, terminal);
            int budget = tokens == null ? Math.min(MOST_TOKENS, files.usualBudget()) : tokens;
            text = byTime ? files.splitByTime(budget) : files.split(budget, 1);
        }
        return new Material(text, images == null ? null : ImageFiles.read(images, terminal));
    }

    private Scenario changed(Scenario scenario) {
        Scenario sized = chains == null ? scenario : scenario.withChains(chains);
        return seed == null ? sized : sized.withSeed(seed);
    }

    private SimulationResult run(Scenario scenario) {
        try (ProgressLine progress = new ProgressLine(terminal, scenario.name())) {
            ProgressListener listener = (done, total) -> {
                progress.share((double) done / total, "of " + total + " chains");
                return !Thread.currentThread().isInterrupted();
            };
            return new StatefulRunner(state, listener).run(scenario);
        }
    }
}
