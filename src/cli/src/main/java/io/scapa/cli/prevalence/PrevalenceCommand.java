package io.scapa.cli.prevalence;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.cli.config.AssessingOptions;
import io.scapa.detection.Assessor;
import io.scapa.detection.prevalence.AuditLabelException;
import io.scapa.detection.prevalence.AuditLabelReader;
import io.scapa.detection.prevalence.AuditLabels;
import io.scapa.detection.prevalence.Dimension;
import io.scapa.detection.prevalence.PrevalenceJson;
import io.scapa.detection.prevalence.PrevalenceOfFiles;
import io.scapa.detection.prevalence.PrevalenceReport;
import io.scapa.detection.prevalence.PrevalenceTally;
import io.scapa.detection.prevalence.SourceShift;
import io.scapa.detection.prevalence.TooManyGroupsException;
import io.scapa.detection.prevalence.Weighting;
import io.scapa.statistics.prevalence.AuditOptions;
import io.scapa.statistics.prevalence.LogOddsCalibration;
import io.scapa.statistics.prevalence.PrevalenceOptions;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Share of synthetic text in files, as a whole and by group, with intervals. */
@Command(
        description = {
            "Estimates which share of the documents is synthetic, with an interval.",
            "Without audited labels the interval is wide, because it allows for a detector whose calibration is off on these"
                    + " texts. Labels of some documents, drawn at random, narrow it: each line of the labels' file is"
                    + " {\"id\": ..., \"label\": \"human\"|\"synthetic\"|\"edited\"}."
        })
public final class PrevalenceCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "documents as JSON lines, plain, .gz or .zst")
    private List<Path> files = List.of();

    @Option(names = "--by", paramLabel = "source,month,lang", description = "tell groups apart by one or more of these")
    private @Nullable String by;

    @Option(names = "--labels", paramLabel = "FILE", description = "what an audit found, as JSON lines")
    private @Nullable Path labels;

    @Option(
            names = "--drawn",
            defaultValue = "uniform",
            paramLabel = "uniform|by-size",
            description =
                    "how the audited documents were drawn: each with the same probability, or in proportion to tokens (default: ${DEFAULT-VALUE})")
    private String drawn = "uniform";

    @Option(
            names = "--share-of",
            defaultValue = "documents",
            paramLabel = "documents|tokens",
            description = "what the share is of (default: ${DEFAULT-VALUE})")
    private String shareOf = "documents";

    @Option(
            names = "--confidence",
            defaultValue = "0.95",
            description = "of the limits, over 0.5 and under 1 (default: ${DEFAULT-VALUE})")
    private double confidence;

    @Option(
            names = "--shift",
            defaultValue = "" + SourceShift.STANDARD_DEVIATION,
            description =
                    "without labels, allow for a calibration that is off by a shift of this standard deviation in log-odds"
                            + " (default: ${DEFAULT-VALUE})")
    private double shift;

    @Option(
            names = "--edited-weight",
            defaultValue = "1",
            description = "what edited text counts for, in [0, 1] (default: ${DEFAULT-VALUE})")
    private double editedWeight;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Option(names = "--strict", description = "end at the first line that holds no document")
    private boolean strict;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "write lines that hold no document there, with the reason")
    private @Nullable Path rejected;

    @Mixin
    private AssessingOptions assessing = new AssessingOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    private final Terminal terminal;

    /** The command on a terminal. */
    public PrevalenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        PrevalenceOptions options = options();
        List<Dimension> dimensions = by == null ? List.of() : checked("--by", () -> Dimension.parse(by));
        PrevalenceTally tally = new PrevalenceTally(dimensions, weighting(), labels());
        count(tally);
        if (tally.documents() == 0) {
            throw new InputException("no documents to estimate a share of");
        }
        PrevalenceReport report = checked("the audit", () -> tally.report(options));
        if (report.labelsUsed() < report.labels()) {
            terminal.warn("%,d of %,d labels are of documents that are not in these files"
                    .formatted(report.labels() - report.labelsUsed(), report.labels()));
        }
        print(report);
        return ExitCode.DONE;
    }

    private void count(PrevalenceTally tally) throws IOException {
        Assessor assessor = assessing.assessor();
        try (ProgressLine progress = new ProgressLine(terminal, "assessing");
                RejectedLines aside = new RejectedLines(terminal, strict, rejected);
                PrevalenceOfFiles counter = new PrevalenceOfFiles(assessor, assessing.threads(), ReadLimits.STANDARD)) {
            Reporter reporter = new Reporter(progress, aside);
            for (Path file : files) {
                reporter.before += counter.count(file, tally, reporter);
            }
            aside.report();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (TooManyGroupsException e) {
            throw new InputException("--by: " + e.getMessage());
        }
    }

    private void print(PrevalenceReport report) throws IOException {
        if (json) {
            terminal.out().println(Json.mapper().writeValueAsString(PrevalenceJson.toJson(report)));
        } else {
            new PrevalenceTable(report, confidence).lines().forEach(terminal.out()::println);
        }
    }

    private PrevalenceOptions options() {
        AuditOptions.Design design = switch (drawn) {
            case "uniform" -> AuditOptions.Design.UNIFORM;
            case "by-size" -> AuditOptions.Design.PROPORTIONAL_TO_SIZE;
            default -> throw new InputException("--drawn: expected uniform or by-size, got " + drawn);
        };
        if (design == AuditOptions.Design.PROPORTIONAL_TO_SIZE && weighting() != Weighting.TOKENS) {
            throw new InputException("--drawn by-size goes with --share-of tokens");
        }
        return checked(
                "the call",
                () -> PrevalenceOptions.standard()
                        .withConfidence(confidence)
                        .with(LogOddsCalibration.asStated(shift))
                        .with(AuditOptions.standard().with(design)));
    }

    private Weighting weighting() {
        return switch (shareOf) {
            case "documents" -> Weighting.DOCUMENTS;
            case "tokens" -> Weighting.TOKENS;
            default -> throw new InputException("--share-of: expected documents or tokens, got " + shareOf);
        };
    }

    private AuditLabels labels() throws IOException {
        if (labels == null) {
            return AuditLabels.none();
        }
        try {
            return new AuditLabelReader(editedWeight).read(labels);
        } catch (AuditLabelException e) {
            throw InputException.at(labels, e.line(), String.valueOf(e.getMessage()));
        }
    }

    private static <T> T checked(String what, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new InputException(what + ": " + e.getMessage());
        }
    }

    private static final class Reporter implements PrevalenceOfFiles.Listener {
        private final ProgressLine progress;
        private final RejectedLines aside;
        private long before;

        Reporter(ProgressLine progress, RejectedLines aside) {
            this.progress = progress;
            this.aside = aside;
        }

        @Override
        public void rejected(Path file, DocumentLine.Bad line) {
            try {
                aside.reject(file, line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void counted(Path file, long documents) {
            progress.count(before + documents, "documents");
        }
    }
}
