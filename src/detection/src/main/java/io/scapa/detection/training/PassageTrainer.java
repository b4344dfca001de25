package io.scapa.detection.training;

import io.scapa.detection.calibration.LengthThreshold;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.WordNgrams;
import io.scapa.detection.segmentation.PassageModel;
import io.scapa.detection.segmentation.Segmentation;
import io.scapa.detection.segmentation.Segmenter;
import io.scapa.detection.segmentation.StandardisedLogistic;
import io.scapa.detection.segmentation.WindowScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Trains a {@link PassageModel} on texts spliced from sources that its head had not seen: one head for each left-out fold scores
 * the windows of that fold's splices, and the regressions over them, the threshold among human texts and the head of all sources
 * make the model. Human texts are as they are and, as few are long, several put together like the long splices. For the figures every fold is parted by a model of the other folds only. Deterministic for a seed.
 */
final class PassageTrainer {
    private static final HeadOptions HEAD = new HeadOptions(
            "passages",
            EnumSet.of(PositiveKind.GENERATED, PositiveKind.EDITED),
            Integer.MAX_VALUE,
            0.25,
            new FitOptions.Adaptive(0.3, 0, 1, true),
            -1);
    private static final int SPLICES = 240;
    private static final int TEXTS_A_SPLICE = 8;
    private static final int SYNTHETIC = 300;
    private static final double GATE_RATE = 0.03;
    private static final double COVERED = 0.9;
    /** With fewer human texts of sufficient length no passage is ever found. */
    private static final int LEAST_HUMANS = 100;

    private static final double COST = 0.1;
    private static final int ITERATIONS = 200;

    private final TrainerOptions options;
    private final List<LabelledDocument> documents;
    private final SourceFolds folds;

    PassageTrainer(TrainerOptions options, List<LabelledDocument> documents) {
        this.options = options;
        this.documents = documents;
        this.folds = new SourceFolds(documents);
    }

    /** Whether there is anything to learn from: synthetic texts of instructed models. */
    static boolean suffices(List<LabelledDocument> documents) {
        return documents.stream().filter(d -> d.synthetic() && HEAD.wants(d)).count() >= LEAST_HUMANS;
    }

    /** The model and what it is worth on sources not seen. */
    record Result(PassageModel model, PassageFigures figures) {}

    /** A text of known authors and what a head that had not seen its source says of its windows. */
    private record Scored(Splice text, WindowScores scores, double[] synthetic, int words) {}

    Result train() {
        WordNgrams family = new WordNgrams(3);
        FeatureMatrix matrix = FeatureMatrix.build(family, documents, options);
        HeadTrainer trainer = new HeadTrainer(HEAD, options, matrix, documents, folds);
        List<Integer> present = IntStream.range(0, SourceFolds.COUNT)
                .filter(f -> IntStream.range(0, documents.size()).anyMatch(i -> folds.of(i) == f))
                .boxed()
                .toList();
        Map<Integer, LinearModel> heads = new HashMap<>();
        present.parallelStream()
                .map(f -> Map.entry(f, head(family, matrix, trainer.fit(f))))
                .toList()
                .forEach(e -> heads.put(e.getKey(), e.getValue()));
        LinearModel everywhere = head(family, matrix, trainer.fit(-1));
        List<Scored> scored = present.parallelStream()
                .flatMap(f -> scored(f, heads.get(f)).stream())
                .toList();
        PassageFigures figures = new PassageFigures();
        for (int fold : present) {
            PassageModel model = model(heads.get(fold), scored, s -> s.text().fold() != fold);
            Segmenter asked = new Segmenter(model);
            Segmenter told = new Segmenter(model, true);
            scored.stream()
                    .filter(s -> s.text().fold() == fold)
                    .forEach(s -> figures.add(
                            s.text(),
                            asked.segmentWhereFound(s.text().text()),
                            s.text().kind().isMixed()
                                    ? told.segmentWhereFound(s.text().text())
                                    : Segmentation.NONE));
        }
        return new Result(model(everywhere, scored, s -> true), figures);
    }

    private static LinearModel head(WordNgrams family, FeatureMatrix matrix, WeightedLogisticRegression.Fit fit) {
        float[] weights = new float[matrix.buckets().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.float16ToFloat(Float.floatToFloat16((float) fit.coefficients()[i]));
        }
        return matrix.model(family, new float[][] {weights}, new float[] {(float) fit.intercept()}, new int[] {-1});
    }

    private List<Scored> scored(int fold, LinearModel head) {
        List<LabelledDocument> members = IntStream.range(0, documents.size())
                .filter(i -> folds.of(i) == fold)
                .mapToObj(documents::get)
                .toList();
        Splicer splicer = new Splicer(members, fold, options.seed());
        int count = Math.min(SPLICES, members.size() / TEXTS_A_SPLICE);
        List<Splice> texts = new ArrayList<>(splicer.splices(count, Splicer.Length.PAIR));
        texts.addAll(splicer.splices(count, Splicer.Length.LONG));
        texts.addAll(splicer.humans(count, Splicer.Length.LONG));
        texts.addAll(splicer.humans(count, Splicer.Length.BOOK));
        members.stream().filter(LabelledDocument::isCleanHuman).forEach(d -> texts.add(Splice.single(d, fold)));
        members.stream()
                .filter(d -> d.synthetic() && PositiveKind.of(d) != PositiveKind.BASE)
                .limit(SYNTHETIC)
                .forEach(d -> texts.add(Splice.single(d, fold)));
        Segmenter segmenter = new Segmenter(blank(head));
        FeatureText tokens = new FeatureText();
        List<Scored> scored = new ArrayList<>();
        for (Splice text : texts) {
            tokens.read(text.text(), Segmenter.LIMIT);
            if (tokens.words() >= PassageModel.LEAST_WORDS) {
                WindowScores scores = segmenter.scores(tokens);
                scored.add(new Scored(text, scores, truth(text, tokens, scores), tokens.words()));
            }
        }
        return scored;
    }

    /** Enough of a model to score windows. */
    private PassageModel blank(LinearModel head) {
        StandardisedLogistic none = new StandardisedLogistic(new double[0], new double[0], new double[1]);
        return new PassageModel(
                options.release(),
                options.language(),
                head,
                none,
                none,
                new LengthThreshold(new double[] {0}, new double[] {0}),
                new LengthThreshold(new double[] {0}, new double[] {1}));
    }

    private static double[] truth(Splice text, FeatureText tokens, WindowScores scores) {
        double[] synthetic = new double[scores.units()];
        for (int u = 0; u < synthetic.length; u++) {
            for (int t = scores.borders()[u]; t < scores.borders()[u + 1]; t++) {
                synthetic[u] += text.isSyntheticAt(tokens.offset(t)) ? 1.0 / scores.size(u) : 0;
            }
        }
        return synthetic;
    }

    private PassageModel model(LinearModel head, List<Scored> scored, Predicate<Scored> in) {
        List<Scored> chosen = scored.stream().filter(in).toList();
        StandardisedLogistic unit = unit(chosen);
        return new PassageModel(
                options.release(),
                options.language(),
                head,
                unit,
                purity(chosen),
                gate(chosen),
                shareError(unit, chosen));
    }

    /** Over the units of mixed texts; a text weighs the same whatever its length. */
    private static StandardisedLogistic unit(List<Scored> chosen) {
        LogisticRows rows = new LogisticRows();
        chosen.stream().filter(s -> s.text().kind().isMixed()).forEach(s -> {
            double[][] inputs = s.scores().unitInputs();
            for (int u = 0; u < inputs.length; u++) {
                double weight = (double) s.scores().size(u) / s.scores().tokens();
                rows.add(inputs[u], true, weight * s.synthetic()[u]);
                rows.add(inputs[u], false, weight * (1 - s.synthetic()[u]));
            }
        });
        return rows.fit(WindowScores.UNIT_INPUTS, COST, ITERATIONS);
    }

    /** Over texts: all by a model, against mixed. */
    private static StandardisedLogistic purity(List<Scored> chosen) {
        LogisticRows rows = new LogisticRows();
        double mixed = chosen.stream().filter(s -> s.text().kind().isMixed()).count();
        double pure = chosen.stream()
                .filter(s -> s.text().kind() == Splice.Kind.SYNTHETIC)
                .count();
        for (Scored s : chosen) {
            if (!s.text().kind().isHuman()) {
                boolean synthetic = s.text().kind() == Splice.Kind.SYNTHETIC;
                rows.add(s.scores().textInputs(), synthetic, 1 / (synthetic ? pure : mixed));
            }
        }
        return rows.fit(WindowScores.TEXT_INPUTS, COST, ITERATIONS);
    }

    /** What one in ten mixed texts of a length is off by more than. */
    private static LengthThreshold shareError(StandardisedLogistic unit, List<Scored> chosen) {
        List<Scored> mixed =
                chosen.stream().filter(s -> s.text().kind().isMixed()).toList();
        if (mixed.isEmpty()) {
            return new LengthThreshold(new double[] {0}, new double[] {1});
        }
        double[] same = new double[mixed.size()];
        Arrays.fill(same, 1);
        return LengthThreshold.fit(
                mixed.stream()
                        .mapToDouble(s -> Math.abs(s.scores().mean(s.scores().probabilities(unit))
                                - s.text().share()))
                        .toArray(),
                mixed.stream().mapToInt(Scored::words).toArray(),
                same,
                1 - COVERED);
    }

    private static LengthThreshold gate(List<Scored> chosen) {
        List<Scored> humans =
                chosen.stream().filter(s -> s.text().kind().isHuman()).toList();
        if (humans.stream().filter(s -> s.text().kind() == Splice.Kind.HUMAN).count() < LEAST_HUMANS) {
            return new LengthThreshold(new double[] {0}, new double[] {Double.POSITIVE_INFINITY});
        }
        return LengthThreshold.fit(
                humans.stream().mapToDouble(s -> s.scores().strongest()).toArray(),
                humans.stream().mapToInt(Scored::words).toArray(),
                SourceWeights.of(humans.stream().map(s -> s.text().source()).toList()),
                GATE_RATE);
    }
}
