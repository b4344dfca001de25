package io.scapa.detection.training;

import io.scapa.detection.calibration.ConformalHumans;
import io.scapa.detection.calibration.LengthThreshold;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.classifier.Stack;
import io.scapa.detection.features.FeatureFamily;
import io.scapa.detection.features.WordClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a {@link Classifier}: linear models over hashed n-grams on texts and augmented copies, then a stack and its
 * calibration on scores of whole left-out groups of sources. What users send comes from sources that no corpus holds, so only
 * such scores say what a threshold will do. Deterministic: the same files, options and seed give the same bytes.
 */
public final class Trainer {
    private final TrainerOptions options;
    private final TrainingProgress progress;
    private int done;
    private int steps;

    public Trainer(TrainerOptions options, TrainingProgress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * What a training gave.
     *
     * @param classifier the classifier, trained on all training texts
     * @param training the training texts
     * @param unseenScores a log likelihood ratio for each, by models that had not seen its source
     * @param unseenFlagged whether that lies over a threshold set on the humans of the other source groups
     * @param unseenPValues of each human text against the humans of the other source groups; 0 for all other texts
     * @param trained the options less heads and parts that the texts do not suffice for
     * @param words the training texts' lengths
     */
    public record Result(
            Classifier classifier,
            List<LabelledDocument> training,
            double[] unseenScores,
            boolean[] unseenFlagged,
            double[] unseenPValues,
            TrainerOptions trained,
            int[] words) {}

    /**
     * Trains on labelled texts.
     *
     * @throws IllegalArgumentException where one of the labels has fewer than 100 texts, or all come from one source group
     */
    public Result train(List<LabelledDocument> documents) {
        check(documents);
        SourceFolds folds = new SourceFolds(documents);
        TrainerOptions fitting = options.fitting(documents, folds);
        List<HeadOptions> heads =
                fitting.families().stream().flatMap(f -> f.heads().stream()).toList();
        int fits = SourceFolds.COUNT + (StackTrainer.tellsSeen(documents) ? PromptFolds.COUNT : 0) + 1;
        steps = fitting.families().size() + heads.size() * fits + 1;
        Margins margins = new Margins(documents.size(), heads.size());
        int[] words = new int[0];
        List<LinearModel> models = new ArrayList<>();
        int head = 0;
        for (TrainerOptions.FamilyOptions family : fitting.families()) {
            FeatureFamily features = FeatureFamily.named(
                    family.family(),
                    VocabularyList.of(family.family(), documents),
                    classes(family.family(), documents));
            step("features " + features.id());
            FeatureMatrix matrix = FeatureMatrix.build(features, documents, options);
            words = matrix.words();
            models.add(fitFamily(features, matrix, family.heads(), documents, folds, margins, head));
            head += family.heads().size();
        }
        step("stack and calibration");
        List<StackTrainer.Part> parts = fitting.parts().stream()
                .map(p -> new StackTrainer.Part(p, members(p.heads(), heads)))
                .toList();
        StackTrainer stack =
                new StackTrainer(documents, parts, margins.unseen(), margins.seen(), voices(fitting, heads), words);
        return calibrate(models, fitting, stack, folds, margins.unseen(), words);
    }

    /**
     * Of every text by every head.
     *
     * @param unseen by heads that had not seen its source
     * @param seen by heads that had seen its source and not its prompt
     */
    private record Margins(double[][] unseen, double[][] seen) {
        private Margins(int documents, int heads) {
            this(new double[documents][heads], new double[documents][heads]);
        }
    }

    private static List<int[]> voices(TrainerOptions options, List<HeadOptions> heads) {
        return options.voices().stream().map(names -> members(names, heads)).toList();
    }

    private static WordClasses classes(String family, List<LabelledDocument> documents) {
        return FeatureFamily.goesByClasses(family) ? WordClassTrainer.of(documents) : WordClasses.none();
    }

    private static int[] members(List<String> names, List<HeadOptions> heads) {
        return IntStream.range(0, heads.size())
                .filter(h -> names.contains(heads.get(h).name()))
                .toArray();
    }

    private void check(List<LabelledDocument> documents) {
        long synthetic = documents.stream().filter(LabelledDocument::synthetic).count();
        if (synthetic < 100 || documents.size() - synthetic < 100) {
            throw new IllegalArgumentException(
                    "training needs at least 100 texts of each label in language " + options.language() + ", got "
                            + (documents.size() - synthetic) + " human and " + synthetic + " llm");
        }
        if (documents.stream().map(LabelledDocument::source).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "training needs texts of at least 2 sources, so that one can be left out; field source holds one");
        }
    }

    private synchronized void step(String what) {
        progress.step(done++, steps, what);
    }

    private LinearModel fitFamily(
            FeatureFamily features,
            FeatureMatrix matrix,
            List<HeadOptions> heads,
            List<LabelledDocument> documents,
            SourceFolds folds,
            Margins margins,
            int firstHead) {
        float[][] weights = new float[heads.size()][];
        float[] intercepts = new float[heads.size()];
        int[] reads = heads.stream().mapToInt(HeadOptions::reads).toArray();
        for (int h = 0; h < heads.size(); h++) {
            HeadTrainer trainer = new HeadTrainer(heads.get(h), options, matrix, documents, folds);
            String name = heads.get(h).name();
            int column = firstHead + h;
            IntStream.range(0, SourceFolds.COUNT).parallel().forEach(fold -> {
                step(features.id() + ", head " + name + " without source group " + (fold + 1));
                trainer.scoreLeftOut(fold, margins.unseen(), column);
            });
            IntStream.range(0, StackTrainer.tellsSeen(documents) ? PromptFolds.COUNT : 0)
                    .parallel()
                    .forEach(fold -> {
                        step(features.id() + ", head " + name + " without prompts " + (fold + 1));
                        trainer.scorePrompts(fold, margins.seen(), column);
                    });
            step(features.id() + ", head " + name + " on all sources");
            WeightedLogisticRegression.Fit fit = trainer.fit(-1);
            weights[h] = floats(fit.coefficients());
            intercepts[h] = (float) fit.intercept();
        }
        return matrix.model(features, weights, intercepts, reads);
    }

    private static float[] floats(double[] values) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Float.float16ToFloat(Float.floatToFloat16((float) values[i]));
        }
        return out;
    }

    private Result calibrate(
            List<LinearModel> models,
            TrainerOptions trained,
            StackTrainer trainer,
            SourceFolds folds,
            double[][] margins,
            int[] words) {
        List<LabelledDocument> documents = trainer.documents();
        int n = documents.size();
        List<Stack> alternatives = new ArrayList<>();
        double[] unseen = new double[n];
        for (int fold = 0; fold < SourceFolds.COUNT; fold++) {
            int leftOut = fold;
            if (IntStream.range(0, n).noneMatch(i -> folds.of(i) == leftOut)) {
                continue;
            }
            Stack stack = trainer.fit(i -> folds.of(i) != leftOut);
            alternatives.add(stack.withoutSeen());
            IntStream.range(0, n)
                    .filter(i -> folds.of(i) == leftOut)
                    .forEach(i -> unseen[i] = stack.margin(margins[i], words[i]));
        }
        int[] every = IntStream.range(0, n).toArray();
        boolean[] labels = new boolean[n];
        IntStream.of(every).forEach(i -> labels[i] = documents.get(i).synthetic());
        double[] scaling = DenseLogisticRegression.fit(
                IntStream.of(every).mapToObj(i -> new double[] {unseen[i]}).toArray(double[][]::new),
                labels,
                trainer.weights(every),
                1e6,
                100);
        int[] humans = IntStream.range(0, n)
                .filter(i -> documents.get(i).isCleanHuman())
                .toArray();
        Classifier bare = new Classifier(
                options.release(),
                models,
                trainer.fit(i -> true),
                alternatives,
                scaling[0],
                scaling[1],
                Math.log(humans.length + 1.0),
                new LengthThreshold(new double[] {0}, new double[] {0}),
                new ConformalHumans(new int[0], new float[1][0], new float[1][0]),
                options.language());
        Arrays.setAll(unseen, i -> bare.ratio(unseen[i]));
        Classifier finished = withHumans(
                bare, threshold(documents, humans, unseen, words), conformal(documents, humans, unseen, words));
        return new Result(
                finished,
                documents,
                unseen,
                flagged(documents, folds, humans, unseen, words),
                pValues(documents, folds, humans, unseen, words),
                trained,
                words);
    }

    /** p-values by conformal humans that are not of the source group that they judge. */
    private static double[] pValues(
            List<LabelledDocument> documents, SourceFolds folds, int[] humans, double[] unseen, int[] words) {
        double[] values = new double[unseen.length];
        for (int fold = 0; fold < SourceFolds.COUNT; fold++) {
            int leftOut = fold;
            int[] others = without(folds, humans, leftOut);
            if (others.length > 0) {
                ConformalHumans conformal = conformal(documents, others, unseen, words);
                IntStream.of(humans)
                        .filter(i -> folds.of(i) == leftOut)
                        .forEach(i ->
                                values[i] = conformal.of(unseen[i], words[i]).value());
            }
        }
        return values;
    }

    /** Flags by thresholds that never saw the source group that they judge. */
    private boolean[] flagged(
            List<LabelledDocument> documents, SourceFolds folds, int[] humans, double[] unseen, int[] words) {
        boolean[] flagged = new boolean[unseen.length];
        for (int fold = 0; fold < SourceFolds.COUNT; fold++) {
            int leftOut = fold;
            int[] others = without(folds, humans, leftOut);
            int[] judged = IntStream.range(0, unseen.length)
                    .filter(i -> folds.of(i) == leftOut)
                    .toArray();
            if (others.length > 0 && judged.length > 0) {
                LengthThreshold threshold = threshold(documents, others, unseen, words);
                IntStream.of(judged).forEach(i -> flagged[i] = unseen[i] > threshold.at(words[i]));
            }
        }
        return flagged;
    }

    private LengthThreshold threshold(List<LabelledDocument> documents, int[] humans, double[] unseen, int[] words) {
        return LengthThreshold.tempered(
                of(humans, unseen),
                IntStream.of(humans).map(i -> words[i]).toArray(),
                bySource(documents, humans),
                options.falsePositiveRate());
    }

    private static ConformalHumans conformal(
            List<LabelledDocument> documents, int[] humans, double[] unseen, int[] words) {
        return ConformalHumans.of(
                of(humans, unseen), IntStream.of(humans).map(i -> words[i]).toArray(), bySource(documents, humans));
    }

    private static double[] bySource(List<LabelledDocument> documents, int[] humans) {
        return SourceWeights.of(
                IntStream.of(humans).mapToObj(i -> documents.get(i).source()).toList());
    }

    private static int[] without(SourceFolds folds, int[] humans, int leftOut) {
        return IntStream.of(humans).filter(i -> folds.of(i) != leftOut).toArray();
    }

    private static double[] of(int[] members, double[] values) {
        return IntStream.of(members).mapToDouble(i -> values[i]).toArray();
    }

    private static Classifier withHumans(Classifier c, LengthThreshold threshold, ConformalHumans humans) {
        return new Classifier(
                c.release(),
                c.models(),
                c.stack(),
                c.alternatives(),
                c.slope(),
                c.shift(),
                c.ceiling(),
                threshold,
                humans,
                c.language());
    }
}
