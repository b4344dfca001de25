package io.scapa.cli;

import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * One command by its name. The command's own class is loaded only when it is called, which keeps start-up short.
 *
 * @param name one word, or two such as {@code watermark list}
 * @param summary half a line for the list of commands
 * @param create makes the picocli command; its call returns the exit code
 */
public record CliCommand(String name, String summary, Function<Terminal, Callable<Integer>> create) {
    /** A command that the launcher script runs itself; here it stands only in the list. */
    static CliCommand ofLauncher(String name, String summary) {
        return new CliCommand(name, summary, terminal -> () -> {
            throw new InputException(name + " is run by the launcher script: ./scapa " + name);
        });
    }
}
