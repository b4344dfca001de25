package io.scapa.cli.score;

import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.LineBatch;
import io.scapa.cli.batch.OrderedWork;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.detection.Assessor;
import io.scapa.text.io.DocumentParser;
import io.scapa.text.io.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Assesses files of documents line by line: on every core, in the order of the lines, in bounded memory. */
public final class Scoring {
    /** Takes assessments, one JSON line each. */
    @FunctionalInterface
    public interface Lines {
        /** Takes the next one. */
        void write(String json) throws IOException;
    }

    private final Assessor assessor;
    private final int threads;
    private final Terminal terminal;

    /** Scoring by an assessor on some threads. */
    public Scoring(Assessor assessor, int threads, Terminal terminal) {
        this.assessor = assessor;
        this.threads = threads;
        this.terminal = terminal;
    }

    /**
     * Assesses every document.
     *
     * @return how many there were
     * @throws InputException where a file is not there, or the first bad line in strict mode
     */
    public long run(List<Path> files, Lines out, RejectedLines rejected) throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw InputException.of(file, "a readable file of documents is expected");
            }
        }
        DocumentParser parser = new DocumentParser();
        long[] count = {0};
        try (LineBatch.Reader lines = LineBatch.read(files, ReadLimits.STANDARD);
                ProgressLine progress = new ProgressLine(terminal, "scoring")) {
            OrderedWork.run(lines, batch -> ScoredBatch.of(batch, parser, assessor), threads, scored -> {
                for (ScoredBatch.Result result : scored.results()) {
                    switch (result) {
                        case ScoredBatch.Scored line -> {
                            out.write(line.json());
                            count[0]++;
                        }
                        case ScoredBatch.Rejected line -> rejected.reject(scored.file(), line.line());
                    }
                }
                progress.count(count[0], "documents");
            });
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
        return count[0];
    }
}
