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

    @Option(
            names = "--definition",
            paramLabel = "NAME",
            description =
                    "What counts as collapse: variance-half, variance-tenth or mean-off of a Gaussian, tail-half or"
                            + " tail-tenth of symbols, curve-lost of a polynomial, risk-noise of a linear regression"
                            + " (default ${DEFAULT-VALUE}).")
    private String definition = "variance-half";

    @Option(
            names = "--posterior",
            paramLabel = "FILE|LO,HI",
            description =
                    "What is known of the share of model output: draws from its posterior, one a line, or its 95%%"
                            + " interval; prints the chance that it lies inside the safe region.")
    private @Nullable String posterior;

    @Option(
            names = "--detector",
            split = ",",
            paramLabel = "TPR,FPR[,RARE]",
            description =
                    "What a filter with these rates is worth at --alpha, in generations and in fresh rows; RARE is its"
                            + " false positive rate on rare rows.")
    private double @Nullable [] detector;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Share of model output for --detector (default ${DEFAULT-VALUE}).")
    private double alpha = 0.95;

    @Option(
            names = "--reused",
            split = ",",
            paramLabel = "POOL,SHARE",
            description = "How many rows out of a pool of originals, at that share, one fresh row is worth.")
    private double @Nullable [] reused;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes every number there.")
    private @Nullable Path json;

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
        try {
            return decide();
        } catch (ScenarioException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()));
        }
    }

    private int decide() throws IOException {
        Definition event = at ? Definition.named(definition).atTheEnd() : Definition.named(definition);
        AlphaPosterior known = posterior == null ? null : AlphaPosterior.read(posterior, seed);
        FrontierNumbers numbers = new FrontierNumbers(terminal.out());
        MixFrontier frontier = MixFrontier.of(event, rows, generations, risk, chains, seed);
        numbers.frontier(frontier, known);
        if (detector != null) {
            numbers.detector(event, rows, alpha, detector, risk, chains, seed);
        }
        if (reused != null) {
            numbers.exchange(rows, reused, chains, seed);
        }
        if (json != null) {
            Files.writeString(json, numbers.json());
            terminal.out().println("Numbers: " + json);
        }
        if (out != null) {
            Files.writeString(out, FrontierChart.of(frontier));
            terminal.out().println("Heat map: " + out);
        }
        return ExitCode.DONE;
    }
}
