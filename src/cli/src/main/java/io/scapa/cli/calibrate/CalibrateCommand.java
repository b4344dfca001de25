package io.scapa.cli.calibrate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.cli.config.AssessingOptions;
import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.training.Recalibration;
import io.scapa.detection.training.RecalibrationReport;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets thresholds and p-values on the user's own human text. */
@Command(
        description = {
            "Sets the thresholds and p-values of a model on human text of your own, and writes the model that score, evaluate,"
                    + " prevalence and curate take as --model, and the service as SCAPA_MODEL.",
            "Each line is a document; one that says label llm is refused. 100 texts or more; some hundred for each length that"
                    + " matters are better."
        })
public final class CalibrateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--humans",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Human text: JSON lines with text, plain, .gz or .zst.")
    private List<Path> humans = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "BUNDLE",
            description = "Where the model goes; by default its release and .bundle.")
    private @Nullable Path out;

    @Option(
            names = "--rate",
            defaultValue = "0.01",
            paramLabel = "SHARE",
            description = "The share of humans that may be flagged (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--json", description = "Prints the report as JSON.")
    private boolean json;

    @Option(names = "--strict", description = "Ends at the first line that holds no human document.")
    private boolean strict;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Where lines that hold no human document are written with their reason.")
    private @Nullable Path rejected;

    @Mixin
    private AssessingOptions assessing = new AssessingOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public CalibrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!(rate > 0 && rate < 0.5)) {
            throw new InputException("--rate: a share over 0 and under 0.5 is expected, got " + rate);
        }
        Recalibration recalibration = new Recalibration(assessing.classifier(), rate);
        try (RejectedLines lines = new RejectedLines(terminal, strict, rejected)) {
            new HumanTexts(terminal, assessing.threads()).read(humans, recalibration, lines);
            lines.report();
        }
        try {
            RecalibrationReport report = recalibration.report();
            Path bundle = write(recalibration.finish());
            print(report, bundle);
        } catch (IllegalStateException tooFew) {
            throw new InputException("--humans: " + tooFew.getMessage());
        }
        return ExitCode.DONE;
    }

    private Path write(Classifier classifier) throws IOException {
        Path target = out == null ? Path.of(classifier.release() + ".bundle") : out;
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.write(part, Bundle.toBytes(classifier));
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private void print(RecalibrationReport report, Path bundle) throws IOException {
        if (json) {
            var map = report.toMap();
            map.put("bundle", bundle.toString());
            terminal.out().println(Json.mapper().writeValueAsString(map));
        } else {
            new CalibrationText(report, bundle).lines().forEach(terminal.out()::println);
        }
    }
}
