package io.scapa.cli.curate;

import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.cli.config.AssessingOptions;
import io.scapa.curation.AssessmentSource;
import io.scapa.curation.audit.Audit;
import io.scapa.curation.audit.AuditFile;
import io.scapa.curation.io.DocumentFiles;
import io.scapa.curation.io.Inputs;
import io.scapa.curation.io.LineFaults;
import io.scapa.curation.io.TokenCountFile;
import io.scapa.curation.io.TokenCounts;
import io.scapa.curation.recipe.Recipe;
import io.scapa.detection.Assessor;
import io.scapa.storage.s3.S3Access;
import io.scapa.storage.s3.S3Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that reads documents and what is known of them. */
final class CandidateOptions {
    @Option(
            names = "--documents",
            required = true,
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Files of documents (JSON lines, Parquet, WARC), folders of them, or s3://bucket/prefix.")
    private List<String> documents = List.of();

    @Option(
            names = "--assessments",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of assessments, as score writes them; joined by id and content.")
    private List<Path> assessments = List.of();

    @Option(
            names = "--audit",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of labels, as audit import writes them; bounds then rest on them.")
    private List<Path> labels = List.of();

    @Option(
            names = "--token-counts",
            paramLabel = "FILE",
            description =
                    "Lengths in the recipe's tokenizer by content, where that is not cl100k_base; read where the file is"
                            + " there, and what had to be counted is added.")
    private @Nullable Path tokenCounts;

    @Option(
            names = "--fetched",
            paramLabel = "DIR",
            description =
                    "Where objects of s3:// inputs are kept; by default a folder of the system's for temporary files.")
    private Path fetched = Path.of(System.getProperty("java.io.tmpdir"), "scapa-fetched");

    @Option(names = "--strict", description = "Stops at the first line that holds no document.")
    private boolean strict;

    @Mixin
    private AssessingOptions assessing = new AssessingOptions();

    int threads() {
        return assessing.threads();
    }

    boolean strict() {
        return strict;
    }

    /** The labels that are given. */
    Audit audit(RejectedLines rejected) throws IOException {
        for (Path file : labels) {
            readable(file, "a readable file of labels is expected");
        }
        return labels.isEmpty() ? Audit.none() : AuditFile.read(labels, new RejectingFaults(rejected));
    }

    /** Opens candidates. What is made on the way is deleted when they are closed. */
    OpenCandidates open(Recipe recipe, Path beside, RejectedLines rejected, Terminal terminal) throws IOException {
        for (Path file : assessments) {
            readable(file, "a readable file of assessments is expected");
        }
        List<Path> files = files(terminal);
        Assessor assessor = assessing.assessor();
        AssessedFile made = null;
        if (assessments.isEmpty()) {
            made = AssessedFile.beside(beside, files, assessor, assessing.threads(), terminal);
            made.fill(rejected);
        }
        TokenCountFile kept = tokenCounts == null
                ? null
                : TokenCountFile.open(tokenCounts, recipe.tokenizer(), new RejectingFaults(rejected));
        DocumentFiles source = new DocumentFiles(
                files,
                made == null ? assessments : List.of(made.path()),
                assessor::assess,
                kept == null ? TokenCounts.of(recipe.tokenizer()) : kept.counts(),
                made == null ? new RejectingFaults(rejected) : LineFaults.ignored(),
                assessing.threads());
        return new OpenCandidates(source, made, kept);
    }

    /** The documents alone, each with the same assessment. */
    DocumentFiles bare(Recipe recipe, AssessmentSource same, RejectedLines rejected, Terminal terminal)
            throws IOException {
        return new DocumentFiles(
                files(terminal),
                List.of(),
                same,
                TokenCounts.of(recipe.tokenizer()),
                new RejectingFaults(rejected),
                assessing.threads());
    }

    private List<Path> files(Terminal terminal) throws IOException {
        Inputs inputs = new Inputs(fetched, () -> new S3Client(S3Access.of(terminal.environment()), Clock.systemUTC()));
        try {
            List<Path> files = inputs.files(documents);
            for (Path file : files) {
                readable(file, "a readable file of documents is expected");
            }
            return files;
        } catch (NoSuchFileException missing) {
            throw new InputException(missing.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()));
        }
    }

    private static void readable(Path file, String expectation) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw InputException.of(file, expectation);
        }
    }
}
