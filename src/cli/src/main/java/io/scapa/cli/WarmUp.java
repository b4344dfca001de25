package io.scapa.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Calls what one-shot commands call, into the void: the launcher runs it once after a build so that the JVM can archive the
 * classes that start-up loads. Nothing depends on what it does but the time of the next start.
 */
final class WarmUp {
    static final String NAME = "warm-up";

    private static final List<List<String>> CALLS =
            List.of(List.of("--help"), List.of("datasets", "list"), List.of("simulate", "poly-blog", "--chains", "2"));

    private WarmUp() {}

    static int run() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Cli cli = new Cli(Commands.all(), new Terminal(nowhere, nowhere, false, Map.of()));
        return CALLS.stream()
                .mapToInt(call -> cli.run(call.toArray(String[]::new)))
                .max()
                .orElse(ExitCode.DONE);
    }
}
