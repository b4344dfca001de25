package io.scapa.detection.training;

import io.scapa.detection.classifier.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fits the last stage on margins of texts whose sources the members had not seen. The two labels weigh the same, and within a
 * label a source weighs like the square root of its size.
 */
final class StackTrainer {
    private static final double COST = 1;
    private static final int ITERATIONS = 200;

    private final List<LabelledDocument> documents;
    private final double[][] margins;
    private final int[] words;

    StackTrainer(List<LabelledDocument> documents, double[][] margins, int[] words) {
        this.documents = documents;
        this.margins = margins;
        this.words = words;
    }

    /** Fits on the documents that are in. */
    Stack fit(IntPredicate in) {
        int[] members = IntStream.range(0, documents.size()).filter(in).toArray();
        int heads = margins[0].length;
        double[] means = new double[heads];
        double[] deviations = new double[heads];
        for (int h = 0; h < heads; h++) {
            int head = h;
            means[h] = IntStream.of(members)
                    .mapToDouble(i -> margins[i][head])
                    .average()
                    .orElse(0);
            double mean = means[h];
            deviations[h] = Math.max(
                    1e-6,
                    Math.sqrt(IntStream.of(members)
                            .mapToDouble(i -> (margins[i][head] - mean) * (margins[i][head] - mean))
                            .average()
                            .orElse(1)));
        }
        Stack bare = new Stack(means, deviations, new double[0]);
        double[][] x = IntStream.of(members)
                .mapToObj(i -> bare.inputs(margins[i], words[i]))
                .toArray(double[][]::new);
        boolean[] labels = new boolean[members.length];
        for (int m = 0; m < members.length; m++) {
            labels[m] = documents.get(members[m]).synthetic();
        }
        double[] coefficients = DenseLogisticRegression.fit(x, labels, weights(members), COST, ITERATIONS);
        return new Stack(means, deviations, coefficients);
    }

    /** Weights that make the labels equal and sources count by the square root of their size; their sum is the number of rows. */
    double[] weights(int[] members) {
        Map<String, Integer> sizes = new HashMap<>();
        for (int i : members) {
            sizes.merge(key(i), 1, Integer::sum);
        }
        double[] weights = new double[members.length];
        double[] totals = new double[2];
        for (int m = 0; m < members.length; m++) {
            weights[m] = 1 / Math.sqrt(sizes.get(key(members[m])));
            totals[documents.get(members[m]).synthetic() ? 1 : 0] += weights[m];
        }
        for (int m = 0; m < members.length; m++) {
            weights[m] *= members.length / (2 * totals[documents.get(members[m]).synthetic() ? 1 : 0]);
        }
        return weights;
    }

    private String key(int document) {
        return documents.get(document).synthetic() + documents.get(document).source();
    }
}
