package io.scapa.cli.evaluate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.OrderedWork;
import io.scapa.cli.config.AssessingOptions;
import io.scapa.detection.Assessor;
import io.scapa.detection.evaluation.Evaluation;
import io.scapa.detection.evaluation.EvaluationSuite;
import io.scapa.detection.evaluation.ScoreFile;
import io.scapa.detection.evaluation.ScoredDocument;
import io.scapa.detection.evaluation.SuiteText;
import io.scapa.detection.evaluation.report.EvaluationReport;
import io.scapa.detection.features.Hashing;
import io.scapa.detection.training.CorpusReader;
import io.scapa.detection.training.LabelledDocument;
import io.scapa.detection.training.TrainerOptions;
import io.scapa.detection.training.TrainingSet;
import io.scapa.provenance.Document;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints AUROC and true positive rates at fixed false positive rates, of a model or of scores that were made before. */
@Command(description = "Figures on labelled files: JSON lines with text and label (human or llm), plain or .gz.")
public final class EvaluateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Labelled files, or folders of them.")
    private List<Path> files = List.of();

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "Scores by id that were made before, instead of assessing.")
    private @Nullable Path scores;

    @Option(names = "--lang", paramLabel = "CODE", description = "Only texts in this language.")
    private @Nullable String language;

    @Option(names = "--split", paramLabel = "NAME", description = "Only texts of this split.")
    private @Nullable String split;

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            split = ",",
            description = "Also by source, model, attack, domain, lang, split, label or length.")
    private List<String> by = new ArrayList<>();

    @Option(names = "--threshold", paramLabel = "SCORE", description = "Also the rates over this threshold.")
    private @Nullable Double threshold;

    @Option(
            names = "--format",
            defaultValue = "auto",
            paramLabel = "NAME",
            description =
                    "auto, scapa (labelled lines), raid, hc3, mage, m4, ghostbuster or detectrl (default: ${DEFAULT-VALUE}).")
    private String format = "auto";

    @Option(names = "--abstain", description = "With --scores: a text without a score counts as never flagged.")
    private boolean abstain;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Mixin
    private AssessingOptions assessing = new AssessingOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw InputException.of(file, "no such file or folder");
            }
        }
        try {
            if (suite.asked()) {
                print(suite());
            } else {
                print(Evaluation.of(scored(), new Evaluation.Options(language, split, by, threshold, abstain)));
            }
        } catch (IllegalArgumentException fault) {
            throw new InputException(String.valueOf(fault.getMessage()));
        }
        return ExitCode.DONE;
    }

    private void print(Evaluation evaluation) throws IOException {
        terminal.out()
                .println(
                        json
                                ? Json.mapper().writeValueAsString(evaluation.toMap())
                                : evaluation.toText().stripTrailing());
    }

    private void print(EvaluationSuite figures) throws IOException {
        if (json) {
            terminal.out().println(Json.mapper().writeValueAsString(figures.toMap()));
        } else {
            new SuiteText(figures).lines().forEach(terminal.out()::println);
        }
        if (suite.report != null) {
            terminal.out().println("report " + EvaluationReport.write(figures, suite.report));
        }
    }

    private EvaluationSuite suite() throws IOException {
        if (scores != null) {
            throw new InputException("--scores goes without --mode, --attacks, --compare and --report");
        }
        SuiteRun run = new SuiteRun(terminal, suite, assessing.threads());
        if (suite.mode() == EvaluationMode.MODEL) {
            return run.byModel(assessing.assessor(), sample());
        }
        TrainerOptions options = TrainerOptions.standard().withoutLicences(suite.excludedLicences());
        if (language != null && !language.equals(options.language())) {
            throw new InputException("--lang: models are trained on " + options.language() + ", got " + language);
        }
        return run.leavingOut(suite.mode(), TrainingSet.read(files, options, reader()), options);
    }

    private List<LabelledDocument> sample() {
        List<LabelledDocument> texts = new ArrayList<>();
        reader().filesOf(files).forEach(file -> texts.addAll(wanted(file)));
        if (texts.size() <= suite.sample) {
            return texts;
        }
        return texts.stream()
                .sorted(Comparator.comparingLong((LabelledDocument t) -> Hashing.mix(Hashing.of(t.id()))))
                .limit(suite.sample)
                .toList();
    }

    private List<ScoredDocument> scored() throws IOException {
        List<ScoredDocument> documents = new ArrayList<>();
        if (scores != null) {
            Map<String, Double> byId = ScoreFile.read(scores);
            for (Path file : reader().filesOf(files)) {
                reader().read(file, text -> documents.add(ScoredDocument.of(text, byId.get(text.id()))));
            }
            return documents;
        }
        Assessor assessor = assessing.assessor();
        try (ProgressLine progress = new ProgressLine(terminal, "assessing")) {
            for (Path file : reader().filesOf(files)) {
                OrderedWork.run(wanted(file).iterator(), text -> score(assessor, text), assessing.threads(), result -> {
                    documents.add(result);
                    progress.count(documents.size(), "texts");
                });
            }
        }
        return documents;
    }

    private static ScoredDocument score(Assessor assessor, LabelledDocument text) {
        return ScoredDocument.of(
                text, assessor.assess(Document.ofText(text.text())).synthetic().score());
    }

    private CorpusReader reader() {
        return new CorpusReader(format);
    }

    private List<LabelledDocument> wanted(Path file) {
        List<LabelledDocument> texts = new ArrayList<>();
        reader().read(file, text -> {
            if ((language == null || language.equals(text.language()))
                    && (split == null || split.equals(text.split()))
                    && !suite.excludedLicences().contains(text.license())) {
                texts.add(text);
            }
        });
        return texts;
    }
}
