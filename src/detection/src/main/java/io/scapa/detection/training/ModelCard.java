package io.scapa.detection.training;

import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.evaluation.CalibrationError;
import io.scapa.detection.evaluation.Evaluation;
import io.scapa.detection.evaluation.Figures;
import io.scapa.detection.evaluation.ScoredDocument;
import io.scapa.provenance.ContentHash;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The card of a model, in Markdown: what it is for, what it learnt from, how well it tells, where it fails. No dates. */
final class ModelCard {
    private static final int[] WORDS = {50, 100, 200, 400};
    private static final List<String> BY = List.of("source", "attack", "model", "length");

    private final TrainerOptions options;
    private final TrainingSet set;
    private final Trainer.Result result;
    private final byte[] bundle;
    private final List<ScoredDocument> test;
    private final List<ScoredDocument> unseen = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    ModelCard(
            TrainerOptions options, TrainingSet set, Trainer.Result result, byte[] bundle, List<ScoredDocument> test) {
        this.options = options;
        this.set = set;
        this.result = result;
        this.bundle = bundle;
        this.test = test;
        for (int i = 0; i < result.training().size(); i++) {
            unseen.add(ScoredDocument.of(result.training().get(i), result.unseenScores()[i]));
        }
    }

    String text() {
        line("# Model card: " + options.release() + "\n");
        use();
        data();
        settings();
        parts();
        figures(
                "Sources that the scoring models had not seen",
                "Every training text, scored by models trained without its group of sources and without texts that share its prompt. This is what to expect on other text.",
                unseen);
        calibration();
        if (!test.isEmpty()) {
            figures(
                    "Test split",
                    "Texts of the sources that it learnt from, with prompts that it did not. Easier than other sources.",
                    test);
        }
        return out.toString();
    }

    private void use() {
        line("SHA-256 of the bundle: `"
                + HexFormat.of().formatHex(ContentHash.sha256().digest(bundle)) + "`, " + bundle.length + " bytes.\n");
        line("## Use\n");
        line("Says how likely it is that a text in language `" + options.language()
                + "` was written or worked over by a language model: a log likelihood ratio, calibrated at"
                + " prior 0.5 on sources that the scoring models had not seen. For corpora and their shares; **not** to accuse a person: some human texts are flagged, and more of"
                + " formal prose than of other kinds.\n");
        line(
                "No verdict under 50 words, for source code, or in other languages. Out of scope: continuations by models without instruction tuning, which read like human text;"
                        + " machine translation. Weak: paraphrased text, human text that a model only polished.\n");
        line("The bundle holds hashes and numbers only, no string of any text.\n");
    }

    private void data() {
        line("## Data\n");
        line(set.training().size() + " texts learnt from, " + set.test().size() + " held out, " + set.skipped()
                + " left out by language or licence.\n");
        line("| source | licence as stated | human | synthetic |\n|---|---|---|---|");
        Map<String, List<LabelledDocument>> sources = set.training().stream()
                .collect(Collectors.groupingBy(LabelledDocument::source, TreeMap::new, Collectors.toList()));
        sources.forEach((source, documents) -> {
            long synthetic =
                    documents.stream().filter(LabelledDocument::synthetic).count();
            String licences = documents.stream()
                    .map(LabelledDocument::license)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            line("| " + source + " | " + licences + " | " + (documents.size() - synthetic) + " | " + synthetic + " |");
        });
        line("");
    }

    private void settings() {
        line("## Settings\n");
        line(
                "Seed " + options.seed() + "; features in at least " + options.leastDocuments()
                        + " texts; augmented copies of both labels (attack, window, layout) at weight "
                        + options.copyWeight()
                        + "; threshold at " + percent(options.falsePositiveRate())
                        + " of human texts, halfway between that of the length and that of all, a source's weight the square root of its size.\n");
        line(
                "| features | kept | head | reads | positives | cap a cell | cell exponent | fit |\n|---|---|---|---|---|---|---|---|");
        for (int f = 0; f < result.trained().families().size(); f++) {
            LinearModel model = result.classifier().models().get(f);
            for (HeadOptions head : result.trained().families().get(f).heads()) {
                line("| " + model.family().id() + " | " + model.size() + " | " + head.name() + " | "
                        + blocks(model.family().id(), head.reads()) + " | " + kinds(head.positives()) + " | "
                        + (head.cap() == Integer.MAX_VALUE ? "none" : head.cap()) + " | " + head.cellExponent() + " | "
                        + head.fit().describe() + " |");
            }
        }
        line("");
    }

    private void parts() {
        line("The likelihood ratio is that of a mixture; each part is the mean of its heads' standardised margins:\n");
        line("| part | share | calibrated on | mean of heads |\n|---|---|---|---|");
        for (PartOptions part : result.trained().parts()) {
            line("| " + part.name() + " | " + part.share() + " | " + kinds(part.positives()) + " | "
                    + String.join(", ", part.heads()) + " |");
        }
        line("");
        if (result.classifier().stack().seen() != null) {
            line(
                    "The probability is the mean of the mixture's, which is calibrated on sources that the heads had not seen, and"
                            + " of boosted trees over the length and the means of some heads, which are fitted on texts whose prompts"
                            + " alone the heads had not seen: "
                            + result.trained().voices().stream()
                                    .map(v -> String.join(" and ", v))
                                    .collect(Collectors.joining("; "))
                            + ".\n");
        }
    }

    /** The parts of a combined family that a head reads. */
    private static String blocks(String family, int reads) {
        String[] parts = family.split("\\+");
        return IntStream.range(0, parts.length)
                .filter(block -> (reads >>> block & 1) == 1)
                .mapToObj(block -> parts[block])
                .collect(Collectors.joining(", "));
    }

    private void figures(String title, String words, List<ScoredDocument> scored) {
        Evaluation evaluation = Evaluation.of(scored, new Evaluation.Options(null, null, BY, null, false));
        line("## " + title + "\n");
        line(words + "\n");
        line(
                "| by | texts | human | synthetic | AUROC | TPR at 1% FPR | TPR at 5% FPR |\n|---|---|---|---|---|---|---|");
        row("all", "all", evaluation.all(), false);
        Evaluation.Macro macro = evaluation.macro();
        if (macro != null) {
            line("| mean | of " + macro.sources() + " sources | | | " + macro.auroc() + " | " + macro.tpr1() + " | "
                    + macro.tpr5() + " |");
        }
        evaluation
                .by()
                .forEach((field, groups) ->
                        groups.forEach((value, group) -> row(field, value, group.figures(), group.pooled())));
        line("\n`*`: too few human texts of its own; set against all of them.\n");
    }

    private void row(String by, String value, Figures figures, boolean pooled) {
        if (figures.auroc() != null) {
            line("| " + by + " | " + value + " | " + figures.human() + (pooled ? "\\*" : "") + " | " + figures.llm()
                    + " | " + figures.auroc() + " | " + (figures.tpr1() == null ? "" : figures.tpr1()) + " | "
                    + figures.tpr5() + " |");
        }
    }

    private void calibration() {
        double[] probabilities =
                unseen.stream().mapToDouble(d -> 1 / (1 + Math.exp(-d.score()))).toArray();
        boolean[] labels = new boolean[probabilities.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = unseen.get(i).synthetic();
        }
        line("### Calibration on sources not seen\n");
        line("Expected calibration error, labels weighted to prior 0.5: "
                + number(CalibrationError.expected(probabilities, labels)) + ".\n");
        line("| probability | texts | stated | observed |\n|---|---|---|---|");
        CalibrationError.reliability(probabilities, labels)
                .forEach(b -> line("| " + number(b.from()) + " to " + number(b.to()) + " | " + b.texts() + " | "
                        + number(b.stated()) + " | " + number(b.observed()) + " |"));
        line("\n### Human texts over the threshold, by source\n");
        line("| source | human texts | flagged |\n|---|---|---|");
        flagged()
                .forEach((source, counts) -> line(
                        "| " + source + " | " + counts[1] + " | " + percent((double) counts[0] / counts[1]) + " |"));
        line("");
        pValues();
    }

    private void pValues() {
        line("### Conformal p-values of human texts, by words\n");
        line(
                "Against human texts of the other source groups. A p-value of 5% or less is stated to come in at most 5% of human texts like these; sources differ. A source weighs the square root of its size.\n");
        line("| words | human texts | p <= 1% | p <= 5% | p <= 10% | p <= 20% |\n|---|---|---|---|---|---|");
        for (int bin = 0; bin <= WORDS.length; bin++) {
            int from = bin == 0 ? 0 : WORDS[bin - 1];
            int to = bin == WORDS.length ? Integer.MAX_VALUE : WORDS[bin];
            pValues(bin == WORDS.length ? from + " and more" : from + " to " + (to - 1), from, to);
        }
        pValues("all", 0, Integer.MAX_VALUE);
        line("");
    }

    private void pValues(String name, int from, int to) {
        double[] values = IntStream.range(0, unseen.size())
                .filter(i -> unseen.get(i).isNegative() && result.words()[i] >= from && result.words()[i] < to)
                .mapToDouble(i -> result.unseenPValues()[i])
                .toArray();
        if (values.length > 0) {
            line("| " + name + " | " + values.length + " | "
                    + DoubleStream.of(0.01, 0.05, 0.1, 0.2)
                            .mapToObj(level -> percent((double) DoubleStream.of(values)
                                            .filter(p -> p <= level)
                                            .count()
                                    / values.length))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
    }

    private Map<String, int[]> flagged() {
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < unseen.size(); i++) {
            ScoredDocument document = unseen.get(i);
            if (document.isNegative()) {
                int[] count = counts.computeIfAbsent(document.source(), s -> new int[2]);
                count[0] += result.unseenFlagged()[i] ? 1 : 0;
                count[1]++;
            }
        }
        return counts;
    }

    private static String kinds(Set<PositiveKind> kinds) {
        return kinds.stream()
                .sorted()
                .map(k -> k.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
