package io.scapa.cli.curate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.curation.verify.Check;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.curation.verify.VerificationReport;
import io.scapa.storage.s3.S3Access;
import io.scapa.storage.s3.S3Client;
import io.scapa.storage.s3.S3Dataset;
import io.scapa.storage.s3.S3Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a dataset against its manifest. */
@Command(description = "Re-checks every hash, count and share of a dataset. Exit code 1 where one does not hold.")
public final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The dataset's folder, or s3://bucket/prefix, which is fetched.")
    private String dataset = ".";

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
        if (dataset.startsWith("s3://")) {
            return fetched();
        }
        Path folder = Path.of(dataset);
        if (!Files.isDirectory(folder)) {
            throw InputException.of(folder, "a dataset's folder is expected");
        }
        return verify(folder);
    }

    private int fetched() throws IOException {
        Path temporary = Files.createTempDirectory("scapa-verify");
        try {
            Path folder = Files.createDirectory(temporary.resolve("dataset"));
            new S3Dataset(
                            new S3Client(S3Access.of(terminal.environment()), Clock.systemUTC()),
                            S3Location.parse(dataset))
                    .fetch(folder);
            return verify(folder);
        } catch (NoSuchFileException missing) {
            throw new InputException(missing.getFile() + ": " + missing.getReason());
        } catch (IllegalArgumentException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()));
        } finally {
            List<Path> inside;
            try (Stream<Path> walk = Files.walk(temporary)) {
                inside = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : inside) {
                Files.delete(path);
            }
        }
    }

    private int verify(Path folder) throws IOException {
        VerificationReport report = DatasetVerifier.verify(folder, key == null ? null : SigningFiles.publicKey(key));
        for (Check check : report.checks()) {
            if (!quiet || !check.ok()) {
                terminal.out().println(check);
            }
        }
        if (!report.ok()) {
            terminal.warn(dataset + ": " + report.failures().size() + " of "
                    + report.checks().size() + " checks do not hold");
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }
}
