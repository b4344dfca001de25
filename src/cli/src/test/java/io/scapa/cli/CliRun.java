package io.scapa.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One call of the command line in this JVM, and what came of it.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it complained of
 */
public record CliRun(int code, String out, String err) {
    /** Calls the command line as the launcher does. */
    public static CliRun of(String... args) {
        return in(Map.of(), args);
    }

    /** The same with variables in the environment. */
    public static CliRun in(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment);
        int code = new Cli(Commands.all(), terminal).run(args);
        return new CliRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
