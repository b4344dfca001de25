package io.scapa.cli;

import io.scapa.curation.BadInputException;
import io.scapa.detection.watermark.WatermarkProfileException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Finds the command that was called, runs it, and turns what it throws into words and an exit code. */
public final class Cli {
    private final List<CliCommand> commands;
    private final Terminal terminal;

    /** A command line over a list of commands. */
    public Cli(List<CliCommand> commands, Terminal terminal) {
        this.commands = List.copyOf(commands);
        this.terminal = terminal;
    }

    /** Runs a call and returns its exit code; never throws. */
    public int run(String... args) {
        try {
            return dispatch(args);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private int dispatch(String[] args) {
        if (args.length == 0) {
            printCommands(terminal.err(), "");
            return ExitCode.WRONG_INPUT;
        }
        if (List.of("--help", "-h", "help").contains(args[0])) {
            printCommands(terminal.out(), "");
            return ExitCode.DONE;
        }
        if (List.of("--version", "-V").contains(args[0])) {
            terminal.out().println("scapa " + Version.current());
            return ExitCode.DONE;
        }
        if (args.length > 1) {
            Optional<CliCommand> ofTwoWords = find(args[0] + " " + args[1]);
            if (ofTwoWords.isPresent()) {
                return execute(ofTwoWords.get(), Arrays.copyOfRange(args, 2, args.length));
            }
        }
        Optional<CliCommand> ofOneWord = find(args[0]);
        if (ofOneWord.isPresent()) {
            return execute(ofOneWord.get(), Arrays.copyOfRange(args, 1, args.length));
        }
        return unknown(args);
    }

    private int unknown(String[] args) {
        String group = args[0] + " ";
        boolean known = commands.stream().anyMatch(command -> command.name().startsWith(group));
        boolean help = args.length > 1 && List.of("--help", "-h").contains(args[1]);
        if (known && help) {
            printCommands(terminal.out(), group);
            return ExitCode.DONE;
        }
        if (known) {
            terminal.warn(args[0] + " needs one of these:");
            printCommands(terminal.err(), group);
        } else {
            terminal.warn("there is no command " + args[0] + "; scapa --help lists them");
        }
        return ExitCode.WRONG_INPUT;
    }

    private Optional<CliCommand> find(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    private int execute(CliCommand command, String[] args) {
        CommandLine line = new CommandLine(command.create().apply(terminal));
        line.setCommandName("scapa " + command.name());
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setUsageHelpAutoWidth(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((fault, given) -> {
            terminal.warn(fault.getMessage() + "; scapa " + command.name() + " --help shows the options");
            return ExitCode.WRONG_INPUT;
        });
        line.setExecutionExceptionHandler((fault, parsed, result) -> report(fault));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError fault) {
            terminal.warn("out of memory; SCAPA_JAVA_OPTS=-Xmx8g gives the job more");
            return ExitCode.FAILED;
        }
    }

    private int report(Exception fault) {
        if (!terminal.environment().getOrDefault("SCAPA_DEBUG", "").isEmpty()) {
            fault.printStackTrace(terminal.err());
        }
        return switch (fault) {
            case InputException wrong -> say(wrong.getMessage(), ExitCode.WRONG_INPUT);
            case WatermarkProfileException wrong -> say(wrong.getMessage(), ExitCode.WRONG_INPUT);
            case BadInputException wrong -> say(wrong.getMessage(), ExitCode.WRONG_INPUT);
            case JobFailedException failed -> say(failed.getMessage(), ExitCode.FAILED);
            case NoSuchFileException missing ->
                say(missing.getFile() + ": no such file or folder", ExitCode.WRONG_INPUT);
            case AccessDeniedException denied ->
                say(denied.getFile() + ": may not be read or written", ExitCode.WRONG_INPUT);
            case IOException broken ->
                say(
                        "reading or writing failed: " + (broken.getMessage() == null ? broken : broken.getMessage()),
                        ExitCode.FAILED);
            default -> say("failed unexpectedly: " + fault + " (SCAPA_DEBUG=1 shows where)", ExitCode.FAILED);
        };
    }

    private int say(@Nullable String message, int code) {
        terminal.warn(String.valueOf(message));
        return code;
    }

    private void printCommands(PrintStream to, String prefix) {
        if (prefix.isEmpty()) {
            to.println("Scapa scores, tags, blends, certifies and stress-tests training data.");
            to.println();
            to.println("usage: scapa COMMAND [ARGUMENT...]      scapa COMMAND --help shows a command's own options");
            to.println();
        }
        for (CliCommand command : commands) {
            if (command.name().startsWith(prefix)) {
                to.println("  %-18s %s".formatted(command.name(), command.summary()));
            }
        }
    }
}
