package io.scapa.detection.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Fits one head, on all source groups or with one left out. */
final class HeadTrainer {
    private final HeadOptions head;
    private final TrainerOptions options;
    private final FeatureMatrix matrix;
    private final List<LabelledDocument> documents;
    private final SourceFolds folds;
    private final boolean[] chosen;
    private final double[] cellWeights;
    private final boolean[] labels;
    private final BlockRows rows;
    private final float[] scales;

    HeadTrainer(
            HeadOptions head,
            TrainerOptions options,
            FeatureMatrix matrix,
            List<LabelledDocument> documents,
            SourceFolds folds) {
        this.head = head;
        this.options = options;
        this.matrix = matrix;
        this.documents = documents;
        this.folds = folds;
        int n = documents.size();
        chosen = new boolean[n];
        cellWeights = new double[n];
        labels = new boolean[matrix.rows().length];
        rows = matrix.read(head.reads());
        scales = rows.scales(matrix.idf());
        choose();
        for (int r = 0; r < labels.length; r++) {
            labels[r] = documents.get(r % n).synthetic();
        }
    }

    private void choose() {
        Map<String, Integer> cells = new HashMap<>();
        for (int i = 0; i < chosen.length; i++) {
            LabelledDocument document = documents.get(i);
            boolean wanted = head.wants(document);
            chosen[i] = wanted && (!document.synthetic() || cells.getOrDefault(document.cell(), 0) < head.cap());
            if (chosen[i]) {
                cells.merge(document.cell(), 1, Integer::sum);
            }
        }
        for (int i = 0; i < chosen.length; i++) {
            cellWeights[i] = chosen[i] ? Math.pow(cells.get(documents.get(i).cell()), -head.cellExponent()) : 0;
        }
    }

    /** Scores a fold's texts by a model that saw neither them nor what shares a prompt with them. */
    void scoreLeftOut(int fold, double[][] margins, int column) {
        boolean present = false;
        for (int i = 0; i < documents.size() && !present; i++) {
            present = folds.of(i) == fold;
        }
        if (!present) {
            return;
        }
        score(fit(fold), i -> folds.of(i) == fold, margins, column);
    }

    /** Scores a prompt fold's texts by a model that saw their sources and none of their prompts. */
    void scorePrompts(int fold, double[][] margins, int column) {
        score(
                fit(i -> PromptFolds.of(documents.get(i)) != fold, "a quarter of the prompts"),
                i -> PromptFolds.of(documents.get(i)) == fold,
                margins,
                column);
    }

    private void score(WeightedLogisticRegression.Fit fit, IntPredicate scored, double[][] margins, int column) {
        for (int i = 0; i < documents.size(); i++) {
            if (scored.test(i)) {
                margins[i][column] = WeightedLogisticRegression.margin(rows, i, matrix.idf(), scales[i], fit);
            }
        }
    }

    /** Fits without a fold, or with all where it is negative. */
    WeightedLogisticRegression.Fit fit(int leftOut) {
        return fit(
                i -> leftOut < 0 || folds.trains(i, documents.get(i).group(), leftOut),
                "source group " + (leftOut + 1));
    }

    private WeightedLogisticRegression.Fit fit(IntPredicate trains, String leftOut) {
        int n = documents.size();
        double[] weights = new double[matrix.rows().length];
        double[] totals = new double[2];
        int used = 0;
        for (int r = 0; r < weights.length; r++) {
            int i = r % n;
            if (!chosen[i] || !trains.test(i)) {
                continue;
            }
            weights[r] = cellWeights[i] * (r < n ? 1 : options.copyWeight());
            totals[labels[r] ? 1 : 0] += weights[r];
            used++;
        }
        if (totals[0] == 0 || totals[1] == 0) {
            throw new IllegalArgumentException("without " + leftOut + " no "
                    + (totals[0] == 0 ? "human" : "llm") + " text is left to train head " + head.name()
                    + ": the sources share their prompts (field group), or one source holds them all");
        }
        double scale = effective(used) / 2;
        for (int r = 0; r < weights.length; r++) {
            weights[r] *= scale / totals[labels[r] ? 1 : 0];
        }
        WeightedLogisticRegression.Rows training =
                new WeightedLogisticRegression.Rows(rows, scales, labels, weights, matrix.idf());
        return switch (head.fit()) {
            case FitOptions.Batch batch -> WeightedLogisticRegression.fit(training, batch.cost(), batch.iterations());
            case FitOptions.Adaptive adaptive -> AdaptiveLogisticRegression.fit(training, adaptive, options.seed());
        };
    }

    /** How many whole texts the used rows amount to. */
    private double effective(int used) {
        if (options.copyWeight() == 0) {
            return used;
        }
        return used * (1 + FeatureMatrix.COPIES * options.copyWeight()) / (1 + FeatureMatrix.COPIES);
    }
}
