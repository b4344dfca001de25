package io.scapa.cli.datasets;

import io.scapa.cli.ExitCode;
import io.scapa.cli.Terminal;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the catalogue, or one corpus of it with its field mapping. */
@Command(description = "The catalogue of public corpora; with a NAME, all that it says of that corpus.")
public final class DatasetsListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private CatalogueOption catalogue = new CatalogueOption();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A corpus of the catalogue.")
    private @Nullable String name;

    /** Writes to a terminal. */
    public DatasetsListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue known = catalogue.read();
        if (name != null) {
            print(known.named(name));
        } else {
            known.entries()
                    .forEach(entry -> terminal.out()
                            .println("%-14s %-12s %s"
                                    .formatted(
                                            entry.name(),
                                            entry.canBeFetched() ? "fetchable" : "by hand",
                                            entry.what())));
        }
        return ExitCode.DONE;
    }

    private void print(CatalogueEntry entry) {
        line("name", entry.name());
        line("what", entry.what());
        line("licence", entry.licence());
        line("provenance", entry.provenance());
        line("how", entry.how());
        line("npm", entry.npmPackage() == null ? "" : entry.npmPackage());
        entry.files()
                .forEach(file -> line(
                        "file",
                        file.uri()
                                + (file.size() == null ? ", size unknown" : ", " + file.size() + " bytes")
                                + (file.sha256() == null ? ", hash unknown" : ", SHA-256 " + file.sha256())));
        entry.fields().forEach((field, from) -> line("field", field + " <- " + from));
    }

    private void line(String label, String value) {
        if (!value.isEmpty()) {
            terminal.out().println("%-11s %s".formatted(label, value));
        }
    }
}
