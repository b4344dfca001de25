package io.scapa.cli.watermark;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.cli.config.AssessingOptions;
import io.scapa.cli.config.ScapaConfig;
import io.scapa.detection.watermark.EntropyModel;
import io.scapa.detection.watermark.WatermarkDetector;
import io.scapa.detection.watermark.WatermarkEvidence;
import io.scapa.detection.watermark.WatermarkOptions;
import io.scapa.detection.watermark.WatermarkPower;
import io.scapa.detection.watermark.WatermarkProfile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints how many tokens a profile's test needs, by marking simulated texts and testing them. */
@Command(
        description =
                "The tokens that a profile's test needs, for text of an entropy: marks simulated texts and tests them.")
public final class WatermarkPowerCommand implements Callable<Integer> {
    private static final int[] LENGTHS = {25, 50, 100, 200, 400};

    private final Terminal terminal;

    @Mixin
    private AssessingOptions assessing = new AssessingOptions();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A profile of the configuration; by default its first.")
    private @Nullable String name;

    @Option(names = "--entropy", paramLabel = "NATS", description = "Entropy of the text in nats a token (default 2).")
    private double entropy = 2;

    @Option(names = "--level", paramLabel = "P", description = "Largest p-value that passes (default 1e-4).")
    private double level = 1e-4;

    @Option(names = "--rate", paramLabel = "SHARE", description = "True-positive rate that is wanted (default 0.9).")
    private double rate = 0.9;

    @Option(names = "--texts", paramLabel = "N", description = "Simulated texts (default 20).")
    private int texts = 20;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulation (default 1).")
    private long seed = 1;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public WatermarkPowerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        check();
        ScapaConfig config = assessing.config();
        WatermarkProfile profile = NamedProfiles.of(config, name == null ? List.of() : List.of(name))
                .get(0);
        WatermarkEvidence.with(List.of(profile), WatermarkOptions.STANDARD, config.tokenizers());
        WatermarkDetector detector = new WatermarkDetector(profile, WatermarkOptions.STANDARD);
        EntropyModel model = model(profile);
        List<WatermarkPower.Row> rows = WatermarkPower.measure(detector, model, LENGTHS, level, texts, seed);
        line("profile %s, %.2f nats a token, p <= %s, %d texts, seed %d", profile.name(), entropy, level, texts, seed);
        line("%8s %8s  %s", "tokens", "found", "95% interval");
        for (WatermarkPower.Row row : rows) {
            line(
                    "%8d %8.3f  [%.3f, %.3f]",
                    row.tokens(), row.rate(), row.limits().lower(), row.limits().upper());
        }
        OptionalInt needed = WatermarkPower.tokensNeeded(rows, rate);
        terminal.out()
                .println(
                        needed.isPresent()
                                ? "tokens for a rate of " + rate + ": " + needed.getAsInt() + " of those measured"
                                : "no measured length reaches a rate of " + rate);
        return ExitCode.DONE;
    }

    private void check() {
        if (!(level > 0 && level < 1)) {
            throw new InputException("--level: a number in (0, 1) is expected, got " + level);
        }
        if (!(rate > 0 && rate <= 1)) {
            throw new InputException("--rate: a number in (0, 1] is expected, got " + rate);
        }
        if (texts < 1) {
            throw new InputException("--texts: 1 or more is expected, got " + texts);
        }
    }

    private EntropyModel model(WatermarkProfile profile) {
        try {
            return new EntropyModel(profile.vocabularySize(), entropy, seed);
        } catch (IllegalArgumentException fault) {
            throw new InputException("--entropy: " + fault.getMessage());
        }
    }

    private void line(String format, Object... values) {
        terminal.out().println(String.format(Locale.ROOT, format, values));
    }
}
