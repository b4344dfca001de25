package io.scapa.detection.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a detector on labelled texts, exactly those of {@code ../shared/tools/roc.py}: negatives are human texts
 * without an attack, positives all synthetic texts; macro figures are means over the sources with at least 50 negatives and 20
 * positives of their own.
 *
 * @param all over all texts
 * @param threshold the one threshold of the {@code global} figures, or null
 * @param abstained how many texts have no score
 * @param macro means over the sources, or null where none is large enough
 * @param by for each field asked for, the figures of each of its values
 */
public record Evaluation(
        Figures all,
        @Nullable Double threshold,
        int abstained,
        @Nullable Macro macro,
        Map<String, Map<String, Group>> by) {
    private static final int MACRO_NEGATIVES = 50;
    private static final int MACRO_POSITIVES = 20;

    /** Means over sources. */
    public record Macro(
            int sources,
            @Nullable Double auroc,
            @Nullable Double tpr1,
            @Nullable Double tpr5) {}

    /** Figures of a group; {@code pooled} where it has under 50 negatives of its own and is set against all. */
    public record Group(Figures figures, boolean pooled) {}

    /**
     * What to evaluate.
     *
     * @param language only texts in it, or null for all
     * @param split only texts of it, or null for all
     * @param by fields to report by; see {@link ScoredDocument#value}
     * @param threshold for the global figures, or null
     * @param abstain whether a text without a score counts as never flagged; else it is an error
     */
    public record Options(
            @Nullable String language,
            @Nullable String split,
            List<String> by,
            @Nullable Double threshold,
            boolean abstain) {
        /** Everything, pooled. */
        public static Options pooled() {
            return new Options(null, null, List.of(), null, false);
        }
    }

    /**
     * Evaluates.
     *
     * @throws IllegalArgumentException where a text has no score and abstaining is not allowed; names its id
     */
    public static Evaluation of(Collection<ScoredDocument> documents, Options options) {
        double floor = documents.stream()
                        .filter(d -> d.score() != null)
                        .mapToDouble(d -> d.score())
                        .min()
                        .orElse(0)
                - 1;
        List<ScoredDocument> rows = documents.stream()
                .filter(d -> (options.language() == null || d.language().equals(options.language()))
                        && (options.split() == null || d.split().equals(options.split())))
                .toList();
        ToDoubleFunction<ScoredDocument> score = d -> score(d, floor, options.abstain());
        double[] negatives = scores(rows, true, score);
        double[] positives = scores(rows, false, score);
        Map<String, Map<String, Group>> by = new LinkedHashMap<>();
        options.by().forEach(field -> by.put(field, groups(rows, field, negatives, score, options.threshold())));
        int abstained = (int) rows.stream().filter(d -> d.score() == null).count();
        return new Evaluation(
                Figures.of(negatives, positives, options.threshold()),
                options.threshold(),
                abstained,
                macro(rows, score, options.threshold()),
                by);
    }

    /** The threshold that a share of the un-attacked humans of the split {@code dev} exceeds. */
    public static double thresholdOnDevHumans(
            Collection<ScoredDocument> documents, @Nullable String language, double rate) {
        double[] humans = documents.stream()
                .filter(d -> d.isNegative()
                        && d.split().equals("dev")
                        && d.score() != null
                        && (language == null || d.language().equals(language)))
                .mapToDouble(d -> d.score())
                .toArray();
        return Roc.thresholdAt(humans, rate);
    }

    private static double score(ScoredDocument document, double floor, boolean abstain) {
        Double score = document.score();
        if (score == null && !abstain) {
            throw new IllegalArgumentException("no score for id " + document.id());
        }
        return score == null ? floor : score;
    }

    private static double[] scores(
            List<ScoredDocument> rows, boolean negatives, ToDoubleFunction<ScoredDocument> score) {
        return rows.stream()
                .filter(d -> negatives ? d.isNegative() : d.synthetic())
                .mapToDouble(score)
                .toArray();
    }

    private static Map<String, Group> groups(
            List<ScoredDocument> rows,
            String field,
            double[] allNegatives,
            ToDoubleFunction<ScoredDocument> score,
            @Nullable Double threshold) {
        Map<String, List<ScoredDocument>> grouped =
                rows.stream().collect(Collectors.groupingBy(d -> d.value(field), TreeMap::new, Collectors.toList()));
        Map<String, Group> figures = new LinkedHashMap<>();
        grouped.forEach((value, members) -> {
            double[] negatives = scores(members, true, score);
            boolean pooled = negatives.length < MACRO_NEGATIVES;
            figures.put(
                    value,
                    new Group(
                            Figures.of(pooled ? allNegatives : negatives, scores(members, false, score), threshold),
                            pooled));
        });
        return figures;
    }

    private static @Nullable Macro macro(
            List<ScoredDocument> rows, ToDoubleFunction<ScoredDocument> score, @Nullable Double threshold) {
        List<Figures> own = new ArrayList<>();
        Map<String, List<ScoredDocument>> sources = rows.stream()
                .collect(Collectors.groupingBy(ScoredDocument::source, LinkedHashMap::new, Collectors.toList()));
        sources.values().forEach(members -> {
            double[] negatives = scores(members, true, score);
            double[] positives = scores(members, false, score);
            if (negatives.length >= MACRO_NEGATIVES && positives.length >= MACRO_POSITIVES) {
                own.add(Figures.of(negatives, positives, threshold));
            }
        });
        return own.isEmpty()
                ? null
                : new Macro(own.size(), mean(own, Figures::auroc), mean(own, Figures::tpr1), mean(own, Figures::tpr5));
    }

    private interface Figure {
        @Nullable
        Double of(Figures figures);
    }

    private static double mean(List<Figures> figures, Figure figure) {
        double sum = 0;
        int n = 0;
        for (Figures f : figures) {
            Double value = figure.of(f);
            if (value != null) {
                sum += value;
                n++;
            }
        }
        return Figures.rounded(sum / Math.max(1, n));
    }

    /** The evaluation as the object that {@code roc.py --json} prints. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("all", all.toMap());
        map.put("threshold", threshold);
        map.put("abstained", abstained);
        if (macro != null) {
            Map<String, @Nullable Object> means = new LinkedHashMap<>();
            means.put("sources", macro.sources());
            means.put("auroc", macro.auroc());
            means.put("tpr@1%", macro.tpr1());
            means.put("tpr@5%", macro.tpr5());
            map.put("macro", means);
        }
        by.forEach((field, groups) -> map.put("by_" + field, table(groups)));
        return map;
    }

    /** The evaluation in the words of {@code roc.py} without {@code --json}. */
    public String toText() {
        return EvaluationText.of(toMap());
    }

    private static Map<String, Object> table(Map<String, Group> groups) {
        Map<String, Object> table = new LinkedHashMap<>();
        groups.forEach((value, group) -> {
            Map<String, @Nullable Object> row = group.figures().toMap();
            row.put("negatives", group.pooled() ? "pooled" : "own");
            table.put(value, row);
        });
        return table;
    }
}
