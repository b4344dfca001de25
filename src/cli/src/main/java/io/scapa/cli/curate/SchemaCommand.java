package io.scapa.cli.curate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.Terminal;
import io.scapa.curation.schema.Schemas;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a JSON Schema. */
@Command(description = "Prints the JSON Schema of recipes or of manifests.")
public final class SchemaCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "recipe|manifest", description = "Whose schema.")
    private Schemas.Name name = Schemas.Name.RECIPE;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.out().print(Schemas.text(name));
        return ExitCode.DONE;
    }
}
