package io.scapa.detection.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one group of texts. Figures that too few texts carry are absent: AUROC and the TPRs under 20 negatives or 15
 * positives, TPR at 1% under 100 negatives.
 *
 * @param human how many negatives
 * @param llm how many positives
 * @param auroc area under the ROC curve
 * @param tpr1 share of positives over the threshold that 1% of the negatives exceed
 * @param tpr5 the same for 5%
 * @param globalTpr share of positives over the given threshold
 * @param globalFpr share of negatives over it
 */
public record Figures(
        int human,
        int llm,
        @Nullable Double auroc,
        @Nullable Double tpr1,
        @Nullable Double tpr5,
        @Nullable Double globalTpr,
        @Nullable Double globalFpr) {
    private static final int FOR_ROC = 20;
    private static final int POSITIVES = 15;
    private static final int FOR_ONE_PERCENT = 100;

    static Figures of(double[] negatives, double[] positives, @Nullable Double threshold) {
        boolean enough = negatives.length >= FOR_ROC && positives.length >= POSITIVES;
        return new Figures(
                negatives.length,
                positives.length,
                enough ? rounded(Roc.auroc(negatives, positives)) : null,
                enough && negatives.length >= FOR_ONE_PERCENT
                        ? rounded(Roc.shareOver(positives, Roc.thresholdAt(negatives, 0.01)))
                        : null,
                enough ? rounded(Roc.shareOver(positives, Roc.thresholdAt(negatives, 0.05))) : null,
                threshold == null || positives.length == 0 ? null : rounded(Roc.shareOver(positives, threshold)),
                threshold == null || negatives.length == 0 ? null : rounded(Roc.shareOver(negatives, threshold)));
    }

    /** Four decimals, the exact binary value rounded half to even, as Python's {@code round} does. */
    static double rounded(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** The figures under the names that {@code roc.py} prints. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("human", human);
        map.put("llm", llm);
        if (auroc != null) {
            map.put("auroc", auroc);
            map.put("tpr@1%", tpr1);
            map.put("tpr@5%", tpr5);
        }
        put(map, "global_tpr", globalTpr);
        put(map, "global_fpr", globalFpr);
        return map;
    }

    private static void put(Map<String, @Nullable Object> map, String name, @Nullable Double value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
