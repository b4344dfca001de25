package io.scapa.detection.evaluation;

import io.scapa.detection.training.LabelledDocument;
import io.scapa.detection.training.SourceFolds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts to judge and the texts that the detector which judges them may learn from.
 *
 * @param name what is left out
 * @param training to learn from: nothing of what is left out, nor what shares a prompt with it
 * @param judged to judge
 */
public record LeftOut(String name, List<LabelledDocument> training, List<LabelledDocument> judged) {
    private static final int FAMILY_TRAINING = 100;
    private static final int FAMILY_JUDGED = 50;

    public LeftOut {
        training = List.copyOf(training);
        judged = List.copyOf(judged);
    }

    /** Each group of sources left out once ({@link SourceFolds}); every text is judged once. */
    public static List<LeftOut> groups(List<LabelledDocument> documents) {
        SourceFolds folds = new SourceFolds(documents);
        List<LeftOut> parts = new ArrayList<>();
        for (int f = 0; f < SourceFolds.COUNT; f++) {
            int fold = f;
            List<LabelledDocument> judged = of(documents, i -> folds.of(i) == fold);
            if (!judged.isEmpty()) {
                String sources = judged.stream()
                        .map(LabelledDocument::source)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
                parts.add(new LeftOut(
                        sources,
                        of(documents, i -> folds.trains(i, documents.get(i).group(), fold)),
                        judged));
            }
        }
        return parts;
    }

    /**
     * Each family of models with at least {@value #FAMILY_TRAINING} texts to learn from and {@value #FAMILY_JUDGED} held out left out
     * once: its held-out texts are judged with all held-out humans, which are thus judged once for each family.
     *
     * @param training texts to learn from
     * @param held texts that are held out
     */
    public static List<LeftOut> families(List<LabelledDocument> training, List<LabelledDocument> held) {
        Map<String, Long> judged = count(held);
        Map<String, Long> learnt = count(training);
        List<LeftOut> parts = new ArrayList<>();
        judged.forEach((family, texts) -> {
            if (!family.equals(ModelFamily.UNKNOWN)
                    && texts >= FAMILY_JUDGED
                    && learnt.getOrDefault(family, 0L) >= FAMILY_TRAINING) {
                parts.add(new LeftOut(
                        family,
                        of(training, i -> !is(training.get(i), family)),
                        of(held, i -> !held.get(i).synthetic() || is(held.get(i), family))));
            }
        });
        return parts;
    }

    private static Map<String, Long> count(List<LabelledDocument> documents) {
        return documents.stream()
                .filter(LabelledDocument::synthetic)
                .collect(Collectors.groupingBy(d -> ModelFamily.of(d.model()), TreeMap::new, Collectors.counting()));
    }

    private static boolean is(LabelledDocument document, String family) {
        return document.synthetic() && ModelFamily.of(document.model()).equals(family);
    }

    private static List<LabelledDocument> of(List<LabelledDocument> documents, java.util.function.IntPredicate in) {
        return IntStream.range(0, documents.size())
                .filter(in)
                .mapToObj(documents::get)
                .toList();
    }
}
