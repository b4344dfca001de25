package io.scapa.cli.simulate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.chart.FrontierChart;
import io.scapa.simulation.decision.Definition;
import io.scapa.simulation.decision.MixFrontier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much model output is safe: the largest share at an accepted risk, and the real rows that it takes. */
@Command(description = "The mix frontier: largest safe share of model output, by rows per generation.")
public final class FrontierCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--rows",
            split = ",",
            paramLabel = "M",
            description = "Rows per generation (default 30,100,300,1000).")
    private int[] rows = {30, 100, 300, 1000};

    @Option(names = "--generations", paramLabel = "G", description = "By when (default ${DEFAULT-VALUE}).")
    private int generations = 50;

    @Option(
            names = "--risk",
            paramLabel = "R",
            description = "Accepted probability of collapse (default ${DEFAULT-VALUE}).")
    private double risk = 0.05;

    @Option(names = "--chains", paramLabel = "N", description = "Chains per cell (default ${DEFAULT-VALUE}).")
    private int chains = 2000;

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--at", description = "Asks at the last generation itself, not at any up to it.")
    private boolean at;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE.svg",
            description = "Writes the heat map there.")
    private @Nullable Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public FrontierCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!(risk > 0 && risk < 1)) {
            throw new InputException("--risk: expected a probability in (0, 1), got " + risk);
        }
        MixFrontier frontier;
        try {
            Definition definition = at ? Definition.gaussianHalf().atTheEnd() : Definition.gaussianHalf();
            frontier = MixFrontier.of(definition, rows, generations, risk, chains, seed);
        } catch (ScenarioException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()));
        }
        terminal.out()
                .println("Largest share of model output with P("
                        + frontier.definition().label() + " generation " + generations + ") <= " + risk
                        + ", with its 95% band, and the real rows per generation that are left:");
        for (MixFrontier.Point point : frontier.points()) {
            terminal.out()
                    .println("  M = %-6d alpha <= %.3f  [%.3f, %.3f]   %.1f real rows"
                            .formatted(point.rows(), point.alpha(), point.lower(), point.upper(), point.realRows()));
        }
        if (out != null) {
            Files.writeString(out, FrontierChart.of(frontier));
            terminal.out().println("Heat map: " + out);
        }
        return ExitCode.DONE;
    }
}
