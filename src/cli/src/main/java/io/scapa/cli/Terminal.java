package io.scapa.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes and what surrounds it.
 *
 * @param out results, UTF-8 whatever the locale
 * @param err errors, warnings, progress
 * @param interactive whether a person watches {@code err}: progress is shown only then
 * @param environment the variables of the process
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment) {
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** The process' own streams; the launcher says by {@code -Dscapa.terminal=true} that stderr is a terminal. */
    public static Terminal ofProcess() {
        return new Terminal(
                stream(FileDescriptor.out, false),
                stream(FileDescriptor.err, true),
                Boolean.getBoolean("scapa.terminal"),
                System.getenv());
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
        return new PrintStream(new FileOutputStream(descriptor), autoFlush, StandardCharsets.UTF_8);
    }

    /** Writes a line to stderr under the command's name. */
    public void warn(String message) {
        err.println("scapa: " + message);
    }
}
