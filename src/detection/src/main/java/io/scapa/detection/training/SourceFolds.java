package io.scapa.detection.training;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Folds of whole sources. A model is judged on sources that it has not seen; texts of other sources that share a prompt or a
 * human original with the left-out fold are kept from training too. Corpora that are known to share material stay together;
 * other sources go, the largest first, to the smallest fold.
 */
public final class SourceFolds {
    /** How many folds. */
    public static final int COUNT = 6;

    private static final List<Set<String>> KNOWN = List.of(
            Set.of("detectrl"),
            Set.of("fastdetectgpt", "lastde", "imbd"),
            Set.of("biscope", "raidar"),
            Set.of("l2r", "hppt", "cheat"),
            Set.of("outfox", "argugpt", "rexshijaku", "sakibsh"),
            Set.of("m4_mixed", "iu_ai", "seqxgpt", "alpaca_eval", "arena_hard"));

    private final int[] folds;
    private final List<Set<String>> groups;

    /** Assigns the folds of some documents. */
    public SourceFolds(List<LabelledDocument> documents) {
        Map<String, Long> sizes = documents.stream()
                .collect(Collectors.groupingBy(LabelledDocument::source, TreeMap::new, Collectors.counting()));
        Map<String, Integer> assigned = assign(sizes);
        folds = documents.stream().mapToInt(d -> assigned.get(d.source())).toArray();
        groups = IntStream.range(0, COUNT)
                .<Set<String>>mapToObj(f -> new HashSet<>())
                .toList();
        for (int i = 0; i < folds.length; i++) {
            groups.get(folds[i]).add(documents.get(i).group());
        }
    }

    private static Map<String, Integer> assign(Map<String, Long> sizes) {
        Map<String, Integer> assigned = new HashMap<>();
        long[] load = new long[COUNT];
        sizes.forEach((source, size) -> {
            for (int f = 0; f < COUNT; f++) {
                if (KNOWN.get(f).contains(source)) {
                    assigned.put(source, f);
                    load[f] += size;
                }
            }
        });
        sizes.entrySet().stream()
                .filter(e -> !assigned.containsKey(e.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> {
                    int least = 0;
                    for (int f = 1; f < COUNT; f++) {
                        least = load[f] < load[least] ? f : least;
                    }
                    assigned.put(e.getKey(), least);
                    load[least] += e.getValue();
                });
        return assigned;
    }

    /** The fold of a document, by its index. */
    public int of(int document) {
        return folds[document];
    }

    /** The fewest synthetic texts among some that may train when a group of sources is left out. */
    long least(List<LabelledDocument> documents, Predicate<LabelledDocument> among) {
        return IntStream.range(0, COUNT)
                .filter(fold -> !groups.get(fold).isEmpty())
                .mapToLong(fold -> IntStream.range(0, folds.length)
                        .filter(i -> documents.get(i).synthetic() && among.test(documents.get(i)))
                        .filter(i -> trains(i, documents.get(i).group(), fold))
                        .count())
                .min()
                .orElse(0);
    }

    /** Whether a document may train the model that is judged on a fold. */
    public boolean trains(int document, String group, int leftOut) {
        return folds[document] != leftOut && !groups.get(leftOut).contains(group);
    }
}
