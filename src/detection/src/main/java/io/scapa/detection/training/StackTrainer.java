package io.scapa.detection.training;

import io.scapa.detection.classifier.SeenSources;
import io.scapa.detection.classifier.Stack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits the last stage on margins of texts whose sources the members had not seen.
 */
final class StackTrainer {
    private static final int[] LENGTHS = {30, 50, 75, 100, 130, 170, 220, 300, 400, 600};
    private static final double COST = 1;
    /** With fewer sources what length does to a margin is what it does in one of them: the margins alone are used. */
    private static final int LEAST_SOURCES = 8;

    private static final int LEAST_TEXTS = 50;

    private static final int ITERATIONS = 200;

    /**
     * A part to fit.
     *
     * @param options its kinds and share
     * @param members the indices of its heads among all
     */
    record Part(PartOptions options, int[] members) {}

    private final List<LabelledDocument> documents;
    private final List<Part> parts;
    private final double[][] margins;
    private final double[][] seen;
    private final List<int[]> voices;
    private final int[] words;

    /**
     * Over heads' margins.
     *
     * @param margins for each document one a head, by heads that had not seen its source
     * @param seen the same by heads that had seen its source and not its prompt
     * @param voices groups of heads that learnt from the same kinds of text
     */
    StackTrainer(
            List<LabelledDocument> documents,
            List<Part> parts,
            double[][] margins,
            double[][] seen,
            List<int[]> voices,
            int[] words) {
        this.documents = documents;
        this.parts = parts;
        this.margins = margins;
        this.seen = seen;
        this.voices = voices;
        this.words = words;
    }

    /** Whether documents come from so many sources that what holds for sources seen is told from what holds for others. */
    static boolean tellsSeen(List<LabelledDocument> documents) {
        return sources(documents.stream()) >= LEAST_SOURCES;
    }

    /** How many sources have at least {@value #LEAST_TEXTS} of some texts. */
    private static long sources(Stream<LabelledDocument> documents) {
        return documents
                .collect(Collectors.groupingBy(LabelledDocument::source, Collectors.counting()))
                .values()
                .stream()
                .filter(texts -> texts >= LEAST_TEXTS)
                .count();
    }

    List<LabelledDocument> documents() {
        return documents;
    }

    /**
     * Fits on the documents that are in, each part on the human ones and its own kinds of synthetic ones. A head's margins are
     * standardised by the human ones.
     */
    Stack fit(IntPredicate in) {
        int[] all = IntStream.range(0, documents.size()).filter(in).toArray();
        boolean few = sources(IntStream.of(all).mapToObj(documents::get)) < LEAST_SOURCES;
        double total = parts.stream().mapToDouble(p -> p.options().share()).sum();
        List<Stack.Part> blank = parts.stream()
                .map(p -> new Stack.Part(p.options().share() / total, p.members(), new double[Stack.INPUTS + 1]))
                .toList();
        Stack bare = standardising(all, blank);
        List<Stack.Part> fitted = new ArrayList<>();
        for (int p = 0; p < blank.size(); p++) {
            Stack.Part part = blank.get(p);
            double[] coefficients = coefficients(parts.get(p), bare, all, few);
            fitted.add(new Stack.Part(part.share(), part.members(), coefficients));
        }
        return new Stack(bare.means(), bare.deviations(), fitted, few ? null : seenSources(bare, all));
    }

    private SeenSources seenSources(Stack bare, int[] all) {
        float[][] x = IntStream.of(all)
                .mapToObj(i -> SeenSources.inputs(bare.means(seen[i], voices), words[i]))
                .toArray(float[][]::new);
        boolean[] labels = new boolean[all.length];
        for (int m = 0; m < all.length; m++) {
            labels[m] = documents.get(all[m]).synthetic();
        }
        return new SeenSources(voices, BoostedTreesTrainer.fit(x, labels, weights(all, 0.5)));
    }

    private Stack standardising(int[] members, List<Stack.Part> blank) {
        int[] humans =
                IntStream.of(members).filter(i -> !documents.get(i).synthetic()).toArray();
        double[] means = new double[margins[0].length];
        double[] deviations = new double[means.length];
        for (int h = 0; h < means.length; h++) {
            int head = h;
            double mean = IntStream.of(humans)
                    .mapToDouble(i -> margins[i][head])
                    .average()
                    .orElse(0);
            means[h] = mean;
            deviations[h] = Math.max(
                    1e-6,
                    Math.sqrt(IntStream.of(humans)
                            .mapToDouble(i -> (margins[i][head] - mean) * (margins[i][head] - mean))
                            .average()
                            .orElse(1)));
        }
        return new Stack(means, deviations, blank);
    }

    private double[] coefficients(Part part, Stack bare, int[] all, boolean few) {
        int[] members = IntStream.of(all)
                .filter(i -> part.options().wants(documents.get(i)))
                .toArray();
        double[][] x = IntStream.of(members)
                .mapToObj(i -> Stack.inputs(bare.mean(margins[i], part.members()), words[i]))
                .toArray(double[][]::new);
        boolean[] labels = new boolean[members.length];
        for (int m = 0; m < members.length; m++) {
            labels[m] = documents.get(members[m]).synthetic();
        }
        if (!few) {
            return DenseLogisticRegression.fit(x, labels, weights(members), COST, ITERATIONS);
        }
        double[][] alone = Arrays.stream(x).map(row -> new double[] {row[0]}).toArray(double[][]::new);
        double[] plain = DenseLogisticRegression.fit(alone, labels, weights(members), COST, ITERATIONS);
        double[] coefficients = new double[Stack.INPUTS + 1];
        coefficients[0] = plain[0];
        coefficients[Stack.INPUTS] = plain[1];
        return coefficients;
    }

    /**
     * Weights that make the sources of a label equal, and then the labels within each bin of length: how long the texts of a
     * corpus's human half are against its synthetic half is an accident of the corpus. Their sum is the number of rows.
     */
    double[] weights(int[] members) {
        return weights(members, 1);
    }

    /**
     * The same with sources that weigh by their size to some power.
     *
     * @param exponent 1 for equal sources, 0 for equal texts
     */
    private double[] weights(int[] members, double exponent) {
        Map<String, Integer> sizes = new HashMap<>();
        for (int i : members) {
            sizes.merge(key(i), 1, Integer::sum);
        }
        double[] weights = new double[members.length];
        double[][] totals = new double[LENGTHS.length + 1][2];
        for (int m = 0; m < members.length; m++) {
            weights[m] = Math.pow(sizes.get(key(members[m])), -exponent);
            totals[lengthBin(members[m])][label(members[m])] += weights[m];
        }
        double sum = 0;
        for (int m = 0; m < members.length; m++) {
            double[] total = totals[lengthBin(members[m])];
            boolean both = total[0] > 0 && total[1] > 0;
            weights[m] *= both ? (total[0] + total[1]) / 2 / total[label(members[m])] : 0;
            sum += weights[m];
        }
        for (int m = 0; m < members.length; m++) {
            weights[m] *= members.length / sum;
        }
        return weights;
    }

    private int label(int document) {
        return documents.get(document).synthetic() ? 1 : 0;
    }

    private int lengthBin(int document) {
        int bin = 0;
        while (bin < LENGTHS.length && words[document] >= LENGTHS[bin]) {
            bin++;
        }
        return bin;
    }

    private String key(int document) {
        return documents.get(document).synthetic() + documents.get(document).source();
    }
}
