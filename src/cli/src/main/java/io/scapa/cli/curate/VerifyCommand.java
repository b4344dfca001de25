package io.scapa.cli.curate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.curation.verify.Check;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.curation.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a dataset against its manifest. */
@Command(description = "Re-checks every hash, count and share of a dataset. Exit code 1 where one does not hold.")
public final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The dataset's folder.")
    private Path folder = Path.of(".");

    @Option(names = "--key", paramLabel = "FILE", description = "The public key that must have signed it, in PEM.")
    private @Nullable Path key;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints only what does not hold.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw InputException.of(folder, "a dataset's folder is expected");
        }
        VerificationReport report = DatasetVerifier.verify(folder, key == null ? null : SigningFiles.publicKey(key));
        for (Check check : report.checks()) {
            if (!quiet || !check.ok()) {
                terminal.out().println(check);
            }
        }
        if (!report.ok()) {
            terminal.warn(folder + ": " + report.failures().size() + " of "
                    + report.checks().size() + " checks do not hold");
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }
}
