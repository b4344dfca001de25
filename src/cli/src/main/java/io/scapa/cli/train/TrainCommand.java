package io.scapa.cli.train;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.detection.training.CorpusReader;
import io.scapa.detection.training.TrainerOptions;
import io.scapa.detection.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a model bundle and writes its card. */
@Command(
        description =
                "Trains a model on labelled files and writes its bundle and its card; also of Chinese and Spanish, where there are enough texts.")
public final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--corpus",
            required = true,
            arity = "1..*",
            paramLabel = "DIR",
            description =
                    "Folders or files of labelled texts: JSON lines with text and label (human or llm), plain or .gz.")
    private List<Path> corpora = List.of();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Where bundle and card go.")
    private Path out = Path.of(".");

    @Option(names = "--release", paramLabel = "ID", description = "The id of the release; it names the files.")
    private @Nullable String release;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed than the shipped model's.")
    private @Nullable Long seed;

    @Option(
            names = {"--exclude-license", "--without-licence"},
            split = ",",
            paramLabel = "NAME",
            description = "Leaves out texts whose corpus states this licence.")
    private List<String> licences = List.of();

    @Option(
            names = "--format",
            defaultValue = "auto",
            paramLabel = "NAME",
            description =
                    "auto, scapa (labelled lines), raid, hc3, mage, m4, ghostbuster or detectrl (default: ${DEFAULT-VALUE}).")
    private String format = "auto";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        for (Path corpus : corpora) {
            if (!Files.exists(corpus)) {
                throw InputException.of(corpus, "no such file or folder");
            }
        }
        try {
            train().forEach(this::report);
        } catch (IllegalArgumentException fault) {
            throw new InputException(String.valueOf(fault.getMessage()));
        }
        return ExitCode.DONE;
    }

    private void report(TrainingRun.Output output) {
        terminal.out()
                .println("%,d texts learnt from, %,d kept for the test, %,d left out by language or licence"
                        .formatted(output.training(), output.test(), output.skipped()));
        terminal.out().println("model " + output.bundle());
        terminal.out().println("card  " + output.card());
    }

    private List<TrainingRun.Output> train() throws IOException {
        try (ProgressLine progress = new ProgressLine(terminal, "training")) {
            TrainingRun run = new TrainingRun(options(), (done, of, step) -> progress.share((double) done / of, step));
            List<TrainingRun.Output> outputs = new ArrayList<>();
            outputs.add(run.run(corpora, new CorpusReader(format), out));
            outputs.addAll(run.runExperimental(corpora, new CorpusReader(format), out));
            return outputs;
        }
    }

    private TrainerOptions options() {
        TrainerOptions options = TrainerOptions.standard();
        options = release == null ? options : options.withRelease(release);
        options = seed == null ? options : options.withSeed(seed);
        return licences.isEmpty() ? options : options.withoutLicences(Set.copyOf(licences));
    }
}
