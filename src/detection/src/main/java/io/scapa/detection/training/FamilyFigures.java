package io.scapa.detection.training;

import io.scapa.detection.attribution.Attribution;
import io.scapa.detection.attribution.FamilyModel;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.evaluation.Roc;
import io.scapa.detection.features.FeatureText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What attribution to a family is worth: that section of a model's card. */
final class FamilyFigures {
    private final List<String> families;
    private final StringBuilder out = new StringBuilder("## Families of models\n\n");
    private final List<Double> unknown = new ArrayList<>();
    private final StringBuilder leftOut = new StringBuilder();

    FamilyFigures(List<String> families) {
        this.families = families;
        out.append(
                        "Of synthetic texts of 50 words or more, by their own words alone. F1 of the nearest family, macro over families with ")
                .append(FamilyTrainer.LEAST_TEXTS)
                .append(" training texts.\n\n");
    }

    /** On texts of known sources, with prompts that the model did not see. */
    void test(FamilyModel model, List<LabelledDocument> documents) {
        List<String> truth = new ArrayList<>();
        List<String> nearest = new ArrayList<>();
        List<Double> newer = new ArrayList<>();
        List<Boolean> isNewer = new ArrayList<>();
        int called = 0;
        double sure = 0;
        FeatureText text = new FeatureText();
        LinearModel.Scratch scratch = new LinearModel.Scratch();
        for (LabelledDocument document : documents) {
            if (document.synthetic() && families.contains(ModelOrigin.family(document))) {
                text.read(document.text(), Classifier.LIMIT);
                if (text.words() >= 50) {
                    Attribution attribution = model.attribute(text, scratch);
                    truth.add(ModelOrigin.family(document));
                    nearest.add(attribution.nearest());
                    called += attribution.isKnown() ? 0 : 1;
                    sure += attribution.confidence();
                    newer.add(attribution.newer());
                    isNewer.add(ModelOrigin.isNewer(document));
                }
            }
        }
        if (truth.isEmpty()) {
            return;
        }
        out.append("Test split (sources seen, prompts not):\n\n");
        table(truth, nearest);
        long right = IntStream.range(0, truth.size())
                .filter(i -> truth.get(i).equals(nearest.get(i)))
                .count();
        out.append(String.format(
                Locale.ROOT,
                "Right: %.3f of %d; stated confidence on average %.3f; called unknown: %.3f. AUROC of the era (models of 2024 and later): %.3f.\n\n",
                (double) right / truth.size(),
                truth.size(),
                sure / truth.size(),
                (double) called / truth.size(),
                auroc(newer, isNewer)));
    }

    /** On sources that the heads had not seen; margins of each text's families and era. */
    void sources(List<LabelledDocument> texts, double[][] margins, double least) {
        List<String> truth = texts.stream().map(ModelOrigin::family).toList();
        List<String> nearest =
                Arrays.stream(margins).map(m -> families.get(best(m))).toList();
        out.append("Sources not seen:\n\n");
        table(truth, nearest);
        List<Double> newer = Arrays.stream(margins).map(m -> m[families.size()]).toList();
        int[] named = IntStream.range(0, margins.length)
                .filter(i -> margins[i][best(margins[i])] >= least)
                .toArray();
        long right = IntStream.of(named)
                .filter(i -> nearest.get(i).equals(truth.get(i)))
                .count();
        out.append(String.format(
                Locale.ROOT,
                "Called unknown there: %.3f; right among those named: %.3f. AUROC of the era there: %.3f.\n\n",
                1 - (double) named.length / margins.length,
                (double) right / Math.max(1, named.length),
                auroc(newer, texts.stream().map(ModelOrigin::isNewer).toList())));
    }

    /** A family that was left out of training, against texts of known families with prompts not seen. */
    void unknown(String family, List<LabelledDocument> texts, boolean[] held, double[][] margins) {
        List<Double> strangeness = new ArrayList<>();
        List<Boolean> strange = new ArrayList<>();
        int n = 0;
        for (int i = 0; i < margins.length; i++) {
            boolean stranger = ModelOrigin.family(texts.get(i)).equals(family);
            if (held[i]) {
                strangeness.add(-Arrays.stream(margins[i], 0, margins[i].length - 1)
                        .max()
                        .orElse(0));
                strange.add(stranger);
                n += stranger ? 1 : 0;
            }
        }
        if (n > 0 && n < strange.size()) {
            double auroc = auroc(strangeness, strange);
            unknown.add(auroc);
            leftOut.append(String.format(Locale.ROOT, "| %s | %d | %.3f |\n", family, n, auroc));
        }
    }

    String text() {
        out.append(
                        "Families left out of training, told from known ones by the strength of the nearest family:\n\n| family left out | texts | AUROC of unknown |\n|---|---|---|\n")
                .append(leftOut);
        out.append(String.format(
                Locale.ROOT,
                "| mean | | %.3f |\n\n",
                unknown.stream().mapToDouble(d -> d).average().orElse(0)));
        return out.toString();
    }

    private int best(double[] margins) {
        return IntStream.range(0, families.size())
                .reduce((a, b) -> margins[b] > margins[a] ? b : a)
                .orElse(0);
    }

    private void table(List<String> truth, List<String> nearest) {
        out.append("| family | texts | precision | recall | F1 |\n|---|---|---|---|---|\n");
        double macro = 0;
        for (String family : families) {
            double hit = 0;
            double named = 0;
            double real = 0;
            for (int i = 0; i < truth.size(); i++) {
                hit += truth.get(i).equals(family) && nearest.get(i).equals(family) ? 1 : 0;
                named += nearest.get(i).equals(family) ? 1 : 0;
                real += truth.get(i).equals(family) ? 1 : 0;
            }
            double f1 = 2 * hit / Math.max(1, named + real);
            macro += f1 / families.size();
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.3f | %.3f | %.3f |\n",
                    family,
                    (int) real,
                    hit / Math.max(1, named),
                    hit / Math.max(1, real),
                    f1));
        }
        out.append(String.format(Locale.ROOT, "| macro | | | | %.3f |\n\n", macro));
    }

    private static double auroc(List<Double> scores, List<Boolean> labels) {
        if (!labels.contains(true) || !labels.contains(false)) {
            return Double.NaN;
        }
        return Roc.auroc(side(scores, labels, false), side(scores, labels, true));
    }

    private static double[] side(List<Double> scores, List<Boolean> labels, boolean side) {
        return IntStream.range(0, scores.size())
                .filter(i -> labels.get(i) == side)
                .mapToDouble(scores::get)
                .toArray();
    }
}
