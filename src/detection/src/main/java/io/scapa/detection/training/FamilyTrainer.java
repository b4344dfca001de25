package io.scapa.detection.training;

import io.scapa.detection.attribution.FamilyModel;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.Hashing;
import io.scapa.detection.features.WordNgrams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a {@link FamilyModel} on synthetic texts: each family with enough texts against all others, and models of 2024 and later
 * against earlier ones. A tenth of the prompts, held out, sets what is unknown and how sure the nearest family is. Deterministic.
 */
final class FamilyTrainer {
    /** Families with fewer texts are not learnt. */
    static final int LEAST_TEXTS = 300;

    private static final int LEAST_WORDS = 50;
    private static final int CAP = 100;
    private static final double CELL_EXPONENT = 0.5;
    private static final double COST = 10;
    private static final int ITERATIONS = 20;
    /** The share of texts of known families that may be called unknown. */
    private static final double CALLED_UNKNOWN = 0.1;

    private final TrainerOptions options;
    private final List<LabelledDocument> texts;
    private final List<String> families;
    private final SourceFolds folds;
    private final boolean[] held;
    private final double[] cells;
    private final WholeTexts rows;

    FamilyTrainer(TrainerOptions options, List<LabelledDocument> documents) {
        this.options = options;
        Map<String, Long> sizes = documents.stream()
                .filter(LabelledDocument::synthetic)
                .collect(Collectors.groupingBy(ModelOrigin::family, TreeMap::new, Collectors.counting()));
        this.families = sizes.entrySet().stream()
                .filter(e -> e.getValue() >= LEAST_TEXTS && !e.getKey().equals(FamilyModel.UNKNOWN))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        this.texts = chosen(documents);
        this.folds = new SourceFolds(texts);
        this.held = new boolean[texts.size()];
        this.cells = new double[texts.size()];
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(d -> counts.merge(d.cell(), 1, Integer::sum));
        for (int i = 0; i < held.length; i++) {
            held[i] = Long.remainderUnsigned(Hashing.of(texts.get(i).group()), 10) == 0;
            cells[i] = Math.pow(counts.get(texts.get(i).cell()), -CELL_EXPONENT);
        }
        this.rows = texts.isEmpty()
                ? new WholeTexts(new int[0], new float[0], new int[0][], new float[0])
                : WholeTexts.of(new WordNgrams(3), texts, options.leastDocuments());
    }

    private List<LabelledDocument> chosen(List<LabelledDocument> documents) {
        Map<String, Integer> cells = new HashMap<>();
        List<LabelledDocument> chosen = new ArrayList<>();
        for (LabelledDocument document : documents) {
            if (document.synthetic()
                    && families.contains(ModelOrigin.family(document))
                    && document.text().split("\\s+", LEAST_WORDS + 1).length > LEAST_WORDS
                    && cells.merge(document.cell(), 1, Integer::sum) <= CAP) {
                chosen.add(document);
            }
        }
        return chosen;
    }

    /** A model and what it is worth. */
    record Result(FamilyModel model, String card) {}

    /** Trains, and judges on the test texts; null where fewer than two families have enough texts. */
    @Nullable
    Result train(List<LabelledDocument> test) {
        if (families.size() < 2) {
            return null;
        }
        double[][] unseen = margins(families, i -> !held[i]);
        FamilyModel model = model(unseen);
        FamilyFigures figures = new FamilyFigures(families);
        figures.test(model, test);
        figures.sources(texts, leaveSourcesOut(), model.least());
        for (String family : families) {
            List<String> others =
                    families.stream().filter(f -> !f.equals(family)).toList();
            if (others.size() > 1) {
                double[][] margins = margins(others, i -> !held[i] && !family(i).equals(family));
                figures.unknown(family, texts, held, margins);
            }
        }
        return new Result(model, figures.text());
    }

    private String family(int text) {
        return ModelOrigin.family(texts.get(text));
    }

    private WeightedLogisticRegression.Fit fit(@Nullable String family, IntPredicate in) {
        boolean[] labels = new boolean[texts.size()];
        double[] weights = new double[texts.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = family == null
                    ? ModelOrigin.isNewer(texts.get(i))
                    : family(i).equals(family);
            weights[i] = in.test(i) ? cells[i] : 0;
        }
        return rows.fit(labels, weights, COST, ITERATIONS);
    }

    /** [text][family, then era]; a head that has no text of one side says nothing. */
    private double[][] margins(List<String> names, IntPredicate in) {
        double[][] margins = new double[texts.size()][names.size() + 1];
        IntStream.rangeClosed(0, names.size()).parallel().forEach(h -> {
            String family = h < names.size() ? names.get(h) : null;
            WeightedLogisticRegression.Fit fit = hasBoth(family, in) ? fit(family, in) : null;
            for (int i = 0; i < margins.length; i++) {
                margins[i][h] = fit == null ? -10 : rows.margin(i, fit);
            }
        });
        return margins;
    }

    private boolean hasBoth(@Nullable String family, IntPredicate in) {
        return IntStream.range(0, texts.size())
                        .filter(in)
                        .mapToObj(i -> family == null
                                ? ModelOrigin.isNewer(texts.get(i))
                                : family(i).equals(family))
                        .distinct()
                        .count()
                == 2;
    }

    private double[][] leaveSourcesOut() {
        double[][] margins = new double[texts.size()][];
        for (int fold = 0; fold < SourceFolds.COUNT; fold++) {
            int leftOut = fold;
            if (IntStream.range(0, texts.size()).anyMatch(i -> folds.of(i) == leftOut)) {
                double[][] scored =
                        margins(families, i -> folds.trains(i, texts.get(i).group(), leftOut));
                IntStream.range(0, texts.size())
                        .filter(i -> folds.of(i) == leftOut)
                        .forEach(i -> margins[i] = scored[i]);
            }
        }
        return margins;
    }

    private FamilyModel model(double[][] unseen) {
        int heads = families.size() + 1;
        float[][] weights = new float[heads][];
        float[] intercepts = new float[heads];
        IntStream.range(0, heads).parallel().forEach(h -> {
            String family = h < families.size() ? families.get(h) : null;
            boolean both = hasBoth(family, i -> true);
            WeightedLogisticRegression.Fit fit = both ? fit(family, i -> true) : null;
            weights[h] = new float[rows.buckets().length];
            for (int f = 0; fit != null && f < weights[h].length; f++) {
                weights[h][f] = Float.float16ToFloat(Float.floatToFloat16((float) fit.coefficients()[f]));
            }
            intercepts[h] = fit == null ? 0 : (float) fit.intercept();
        });
        LinearModel linear = new LinearModel(new WordNgrams(3), rows.buckets(), rows.idf(), weights, intercepts);
        return new FamilyModel(
                options.release(), options.language(), families, linear, least(unseen), confidence(unseen));
    }

    /** What so many texts of known families lie under, the families weighing the same. */
    private double least(double[][] unseen) {
        Map<String, Long> sizes =
                heldOut().mapToObj(this::family).collect(Collectors.groupingBy(f -> f, Collectors.counting()));
        int[] order = heldOut()
                .boxed()
                .sorted(Comparator.comparingDouble(i -> greatest(unseen[i])))
                .mapToInt(i -> i)
                .toArray();
        double sum = 0;
        for (int i : order) {
            sum += 1.0 / sizes.get(family(i)) / sizes.size();
            if (sum > CALLED_UNKNOWN) {
                return greatest(unseen[i]);
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    private IntStream heldOut() {
        return IntStream.range(0, texts.size()).filter(i -> held[i]);
    }

    private double greatest(double[] margins) {
        return Arrays.stream(margins, 0, families.size()).max().orElse(0);
    }

    private double[] confidence(double[][] unseen) {
        Map<String, Long> sizes =
                heldOut().mapToObj(this::family).collect(Collectors.groupingBy(f -> f, Collectors.counting()));
        int[] members = heldOut().toArray();
        double[][] x = new double[members.length][];
        boolean[] right = new boolean[members.length];
        double[] weights = new double[members.length];
        for (int m = 0; m < members.length; m++) {
            double[] margins = Arrays.copyOf(unseen[members[m]], families.size());
            int best = IntStream.range(0, margins.length)
                    .reduce((a, b) -> margins[b] > margins[a] ? b : a)
                    .orElse(0);
            double strength = margins[best];
            margins[best] = Double.NEGATIVE_INFINITY;
            x[m] = new double[] {
                strength, strength - Arrays.stream(margins).max().orElse(strength)
            };
            right[m] = families.get(best).equals(family(members[m]));
            weights[m] = (double) members.length / sizes.size() / sizes.get(family(members[m]));
        }
        return members.length == 0 ? new double[] {1, 0, 0} : DenseLogisticRegression.fit(x, right, weights, 10, 100);
    }
}
