package io.scapa.cli.watermark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.ExitCode;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.cli.config.AssessingOptions;
import io.scapa.cli.config.ScapaConfig;
import io.scapa.detection.watermark.WatermarkEvidence;
import io.scapa.detection.watermark.WatermarkOptions;
import io.scapa.provenance.Evidence;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentReader;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.Json;
import io.scapa.text.view.TextViews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the evidence of every profile on every document; p-values are corrected for the profiles and views that were tried. */
@Command(
        description =
                "Tests documents for the watermarks of a configuration: one JSON line for each document and profile.")
public final class WatermarkDetectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of documents (JSON lines, plain, .gz or .zst).")
    private List<Path> files = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A profile of the configuration, may be given several times; by default all of them.")
    private List<String> names = List.of();

    @Option(names = "--strict", description = "Stops at the first line that holds no document.")
    private boolean strict;

    @Mixin
    private AssessingOptions assessing = new AssessingOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public WatermarkDetectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ScapaConfig config = assessing.config();
        WatermarkEvidence tests =
                WatermarkEvidence.with(NamedProfiles.of(config, names), WatermarkOptions.STANDARD, config.tokenizers());
        try (RejectedLines rejected = new RejectedLines(terminal, strict, null)) {
            for (Path file : files) {
                detect(file, tests, rejected);
            }
            rejected.report();
        }
        return ExitCode.DONE;
    }

    private void detect(Path file, WatermarkEvidence tests, RejectedLines rejected) throws IOException {
        try (DocumentReader reader = DocumentReader.open(file, ReadLimits.STANDARD)) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case DocumentLine.Bad bad -> rejected.reject(file, bad);
                    case DocumentLine.Good good ->
                        tests.find(TextViews.of(good.document().text()))
                                .forEach(evidence -> terminal.out().println(line(good, evidence)));
                }
            }
        }
    }

    private static ObjectNode line(DocumentLine.Good good, Evidence evidence) {
        ObjectNode json = Json.mapper().createObjectNode().put("line", good.number());
        if (good.document().id() != null) {
            json.put("id", good.document().id());
        }
        json.put("profile", String.valueOf(evidence.details().get("profile")));
        json.setAll(AssessmentJson.evidence(evidence));
        return json;
    }
}
