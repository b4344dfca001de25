package io.scapa.simulation.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Self-BLEU-4 (Zhu et al. 2018): the mean BLEU of sentences of a text against the others; high where a text repeats itself. */
final class SelfBleu {
    private static final int ORDER = 4;

    private SelfBleu() {}

    /** Over {@code count} sentences at even distances through the text. */
    static double of(Tokens data, int count) {
        List<int[]> all =
                data.sentences().stream().filter(s -> s.length >= ORDER).toList();
        if (all.size() < 2) {
            return Double.NaN;
        }
        int chosen = Math.min(count, all.size());
        List<Map<Long, Integer>[]> grams = new java.util.ArrayList<>();
        for (int i = 0; i < chosen; i++) {
            grams.add(grams(all.get((int) ((long) i * all.size() / chosen))));
        }
        double sum = 0;
        for (int i = 0; i < chosen; i++) {
            sum += bleu(grams, i);
        }
        return sum / chosen;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<Long, Integer>[] grams(int[] sentence) {
        Map<Long, Integer>[] byOrder = new Map[ORDER];
        for (int n = 1; n <= ORDER; n++) {
            byOrder[n - 1] = new HashMap<>();
            for (int i = 0; i + n <= sentence.length; i++) {
                long hash = n;
                for (int j = i; j < i + n; j++) {
                    hash = (hash ^ sentence[j]) * 0x9e3779b97f4a7c15L;
                    hash ^= hash >>> 31;
                }
                byOrder[n - 1].merge(hash, 1, Integer::sum);
            }
        }
        return byOrder;
    }

    /** Geometric mean of clipped precisions; all other sentences are references, so brevity costs nothing. */
    private static double bleu(List<Map<Long, Integer>[]> grams, int which) {
        double log = 0;
        for (int n = 0; n < ORDER; n++) {
            int hits = 0;
            int total = 0;
            for (Map.Entry<Long, Integer> gram : grams.get(which)[n].entrySet()) {
                total += gram.getValue();
                hits += Math.min(gram.getValue(), mostElsewhere(grams, which, n, gram.getKey()));
            }
            log += Math.log((hits + 1e-9) / Math.max(1, total)) / ORDER;
        }
        return Math.exp(log);
    }

    private static int mostElsewhere(List<Map<Long, Integer>[]> grams, int which, int n, Long gram) {
        int most = 0;
        for (int i = 0; i < grams.size(); i++) {
            if (i != which) {
                most = Math.max(most, grams.get(i)[n].getOrDefault(gram, 0));
            }
        }
        return most;
    }
}
