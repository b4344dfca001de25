package io.scapa.detection.training;

import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.evaluation.ScoredDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A training from files to files: reads the corpora, trains, and writes {@code <release>.bundle}, what lies beside
 * it ({@code .passages, .families}) and the model card. What the
 * command {@code train} does.
 */
public final class TrainingRun {
    /** The language whose passages and families of models can be told. */
    private static final String COMPANIONS = "en";

    private final TrainerOptions options;
    private final TrainingProgress progress;

    public TrainingRun(TrainerOptions options, TrainingProgress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * What was written.
     *
     * @param bundle the model
     * @param card its card, in Markdown
     * @param training how many texts it learnt from
     * @param test how many texts it was tested on
     * @param skipped how many were left out by language or licence
     */
    public record Output(Path bundle, Path card, int training, int test, int skipped) {}

    /**
     * Trains on the labelled files below some folders.
     *
     * @param out a folder; made where it is missing
     * @throws IllegalArgumentException where a line of a corpus is wrong or the corpora are too small
     */
    public Output run(List<Path> corpora, Path out) throws IOException {
        return run(corpora, new CorpusReader(), out);
    }

    /** The same with files of a reader's format. */
    public Output run(List<Path> corpora, CorpusReader reader, Path out) throws IOException {
        return run(TrainingSet.read(corpora, options, reader), out);
    }

    /** Trains the experimental languages of which the same files hold enough texts; empty where they hold none. */
    public List<Output> runExperimental(List<Path> corpora, CorpusReader reader, Path out) throws IOException {
        List<Output> outputs = new ArrayList<>();
        for (String language : ExperimentalLanguages.CODES) {
            TrainerOptions own = ExperimentalLanguages.options(options, language);
            TrainingSet set = TrainingSet.read(corpora, own, reader);
            if (ExperimentalLanguages.suffices(set)) {
                outputs.add(new TrainingRun(own, progress).run(set, out));
            }
        }
        return outputs;
    }

    private Output run(TrainingSet set, Path out) throws IOException {
        Trainer.Result result = new Trainer(options, progress).train(set.training());
        Files.createDirectories(out);
        Path bundle = out.resolve(options.release() + ".bundle");
        Path card = out.resolve(options.release() + ".md");
        byte[] bytes = Bundle.toBytes(result.classifier());
        Files.write(bundle, bytes);
        String text = new ModelCard(options, set, result, bytes, testScores(result.classifier(), set.test())).text();
        text += options.language().equals(COMPANIONS) && PassageTrainer.suffices(set.training())
                ? companions(set, out)
                : "";
        Files.write(card, text.getBytes(StandardCharsets.UTF_8));
        return new Output(bundle, card, set.training().size(), set.test().size(), set.skipped());
    }

    /** Trains and writes what lies beside the classifier; their sections of the card. */
    private String companions(TrainingSet set, Path out) throws IOException {
        progress.step(0, 2, "passages");
        PassageTrainer.Result passages = new PassageTrainer(options, set.training()).train();
        Files.write(
                out.resolve(options.release() + ".passages"), passages.model().toBytes());
        progress.step(1, 2, "families of models");
        FamilyTrainer.Result families = new FamilyTrainer(options, set.training()).train(set.test());
        if (families == null) {
            return passages.figures().text();
        }
        Files.write(
                out.resolve(options.release() + ".families"), families.model().toBytes());
        return passages.figures().text() + families.card();
    }

    private static List<ScoredDocument> testScores(Classifier classifier, List<LabelledDocument> test) {
        Classifier.Workspace room = classifier.workspace();
        List<ScoredDocument> scored = new ArrayList<>();
        for (LabelledDocument document : test) {
            scored.add(ScoredDocument.of(
                    document, classifier.read(document.text(), room).score()));
        }
        return scored;
    }
}
