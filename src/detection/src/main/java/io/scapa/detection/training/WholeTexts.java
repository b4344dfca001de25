package io.scapa.detection.training;

import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.features.FeatureFamily;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The features of whole texts, without copies.
 *
 * @param buckets the features that are kept
 * @param idf their inverse document frequencies
 * @param rows each text's features
 * @param scales one over each row's length
 */
record WholeTexts(int[] buckets, float[] idf, int[][] rows, float[] scales) {
    /** The features that at least so many texts have. */
    static WholeTexts of(FeatureFamily family, List<LabelledDocument> documents, int leastDocuments) {
        int[][] distinct = new int[documents.size()][];
        int[] counts = new int[Hashing.BUCKETS];
        FeatureText text = new FeatureText();
        for (int i = 0; i < distinct.length; i++) {
            distinct[i] = buckets(family, text, documents.get(i).text());
            for (int bucket : distinct[i]) {
                counts[bucket]++;
            }
        }
        int[] kept = IntStream.range(0, counts.length)
                .filter(b -> counts[b] >= leastDocuments)
                .toArray();
        float[] idf = new float[kept.length];
        int[] index = new int[Hashing.BUCKETS];
        Arrays.fill(index, -1);
        for (int f = 0; f < kept.length; f++) {
            index[kept[f]] = f;
            idf[f] = (float) (Math.log((1.0 + distinct.length) / (1 + counts[kept[f]])) + 1);
        }
        float[] scales = new float[distinct.length];
        for (int i = 0; i < distinct.length; i++) {
            distinct[i] = Arrays.stream(distinct[i])
                    .map(b -> index[b])
                    .filter(f -> f >= 0)
                    .toArray();
            double squares = 0;
            for (int f : distinct[i]) {
                squares += (double) idf[f] * idf[f];
            }
            scales[i] = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        }
        return new WholeTexts(kept, idf, distinct, scales);
    }

    private static int[] buckets(FeatureFamily family, FeatureText text, String original) {
        text.read(original, Classifier.LIMIT);
        int[] buckets = new int[family.capacity(text)];
        int n = family.emit(text, buckets);
        return Arrays.stream(buckets, 0, n).sorted().distinct().toArray();
    }

    /** Fits one label against the other with weights; the two labels weigh the same. */
    WeightedLogisticRegression.Fit fit(boolean[] labels, double[] weights, double cost, int iterations) {
        double[] totals = new double[2];
        int used = 0;
        for (int i = 0; i < weights.length; i++) {
            totals[labels[i] ? 1 : 0] += weights[i];
            used += weights[i] > 0 ? 1 : 0;
        }
        double[] balanced = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            balanced[i] = weights[i] * used / 2 / totals[labels[i] ? 1 : 0];
        }
        return WeightedLogisticRegression.fit(
                new WeightedLogisticRegression.Rows(rows, scales, labels, balanced, idf), cost, iterations);
    }

    /** A row's margin. */
    double margin(int row, WeightedLogisticRegression.Fit fit) {
        double dot = 0;
        for (int f : rows[row]) {
            dot += fit.coefficients()[f] * idf[f];
        }
        return dot * scales[row] + fit.intercept();
    }
}
