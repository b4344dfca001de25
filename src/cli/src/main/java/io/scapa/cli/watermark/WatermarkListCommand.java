package io.scapa.cli.watermark;

import io.scapa.cli.ExitCode;
import io.scapa.cli.Terminal;
import io.scapa.cli.config.AssessingOptions;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkScheme;
import io.scapa.detection.watermark.WatermarkSchemes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the schemes, and the profiles of a configuration without their keys. */
@Command(description = "The watermark schemes, and with --config the profiles that it holds, without their keys.")
public final class WatermarkListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private AssessingOptions assessing = new AssessingOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public WatermarkListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.out().println("schemes");
        for (WatermarkScheme scheme : WatermarkSchemes.all()) {
            terminal.out().println("  %-22s %s".formatted(scheme.name(), scheme.description()));
        }
        List<WatermarkProfile> profiles = assessing.config().profiles();
        if (!profiles.isEmpty()) {
            terminal.out().println("profiles");
            for (WatermarkProfile profile : profiles) {
                terminal.out()
                        .println("  %-22s %s %s, %s tokens, vocabulary %d, %s"
                                .formatted(
                                        profile.name(),
                                        profile.scheme(),
                                        profile.parameters(),
                                        profile.tokenizer(),
                                        profile.vocabularySize(),
                                        profile.device()));
            }
        }
        return ExitCode.DONE;
    }
}
