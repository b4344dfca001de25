package io.scapa.cli.calibrate;

import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.LineBatch;
import io.scapa.cli.batch.OrderedWork;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.detection.Assessor;
import io.scapa.detection.training.Recalibration;
import io.scapa.provenance.Assessment;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentParser;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads human text from files of documents, on every core, in bounded memory but for the scores. */
final class HumanTexts {
    private final Terminal terminal;
    private final int threads;

    HumanTexts(Terminal terminal, int threads) {
        this.terminal = terminal;
        this.threads = threads;
    }

    private sealed interface Result {}

    private record Human(Assessment assessment) implements Result {}

    private record Rejected(DocumentLine.Bad line) implements Result {}

    private record Results(Path file, List<Result> results) {}

    /** Counts the texts of all files. */
    void read(List<Path> files, Recalibration recalibration, RejectedLines rejected) throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw InputException.of(file, "a readable file of human documents is expected");
            }
        }
        DocumentParser parser = new DocumentParser();
        Assessor assessor = recalibration.assessor();
        try (LineBatch.Reader lines = LineBatch.read(files, ReadLimits.STANDARD);
                ProgressLine progress = new ProgressLine(terminal, "calibrating")) {
            OrderedWork.run(lines, batch -> results(batch, parser, assessor), threads, batch -> {
                for (Result result : batch.results()) {
                    switch (result) {
                        case Human human -> recalibration.add(human.assessment());
                        case Rejected line -> rejected.reject(batch.file(), line.line());
                    }
                }
                progress.count(recalibration.size(), "texts");
            });
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    private static Results results(LineBatch batch, DocumentParser parser, Assessor assessor) {
        List<Result> results = new ArrayList<>(batch.lines().size());
        for (RawLine line : batch.lines()) {
            results.add(
                    switch (parser.parse(line)) {
                        case DocumentLine.Bad bad -> new Rejected(bad);
                        case DocumentLine.Good good -> result(good, assessor);
                    });
        }
        return new Results(batch.file(), results);
    }

    private static Result result(DocumentLine.Good line, Assessor assessor) {
        String label = line.raw().path("label").asText("human");
        return label.equals("human")
                ? new Human(assessor.assess(line.document()))
                : new Rejected(new DocumentLine.Bad(
                        line.number(), "human text is expected, got label " + label, "label", label));
    }
}
