package io.scapa.cli.datasets;

import io.scapa.cli.ScapaRoot;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which catalogue a command reads. */
final class CatalogueOption {
    @Option(names = "--catalog", paramLabel = "FILE", description = "Another catalogue than datasets/catalog.yaml.")
    private @Nullable Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    Catalogue read() throws IOException {
        return Catalogue.read(file == null ? ScapaRoot.folder().resolve("datasets/catalog.yaml") : file);
    }
}
