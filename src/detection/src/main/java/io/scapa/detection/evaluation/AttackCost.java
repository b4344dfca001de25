package io.scapa.detection.evaluation;

import io.scapa.statistics.Limits;
import io.scapa.statistics.Newcombe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an attack on synthetic texts costs at the threshold of clean humans (the protocol of RAID: humans are never attacked).
 *
 * @param attack its name
 * @param target share of clean humans over the threshold
 * @param clean synthetic texts over the threshold before
 * @param attacked the same texts after
 * @param interval 95% limits of the loss, the texts paired
 * @param limit the most that may be lost, or NaN where none is set
 */
public record AttackCost(String attack, double target, Rate clean, Rate attacked, Limits interval, double limit) {
    private static final double SPELLING = 0.04;
    private static final double DISGUISE = 0.02;
    private static final Set<String> DISGUISES =
            Set.of("homoglyph", "zero-width", "whitespace", "upper-lower", "number-swap", "paragraph-insert");
    private static final Set<String> SPELLINGS = Set.of("misspelling", "article-deletion", "alternative-spelling");

    /** The cost at thresholds by fold. */
    static AttackCost of(AttackScores scores, double target, ThresholdByFold thresholds) {
        long[] cells = new long[4];
        for (int i = 0; i < scores.clean().length; i++) {
            double threshold = thresholds.of(scores.folds()[i]);
            boolean before = scores.clean()[i] > threshold;
            boolean after = scores.attacked()[i] > threshold;
            cells[before ? after ? 0 : 1 : after ? 2 : 3]++;
        }
        int n = scores.clean().length;
        String name = scores.attack();
        return new AttackCost(
                name,
                target,
                new Rate((int) (cells[0] + cells[1]), n),
                new Rate((int) (cells[0] + cells[2]), n),
                n == 0 ? new Limits(-1, 1) : Newcombe.paired(cells[0], cells[1], cells[2], cells[3], 0.95),
                DISGUISES.contains(name) ? DISGUISE : SPELLINGS.contains(name) ? SPELLING : Double.NaN);
    }

    /** The share of the texts that the attack takes from the detector. */
    public double loss() {
        return clean.share() - attacked.share();
    }

    /** Whether it loses no more than it may; true where no limit is set. */
    public boolean isWithinLimit() {
        return !(loss() > limit);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("attack", attack);
        map.put("target", target);
        map.put("clean", clean.toMap());
        map.put("attacked", attacked.toMap());
        map.put("loss", loss());
        map.put("interval", List.of(interval.lower(), interval.upper()));
        if (!Double.isNaN(limit)) {
            map.put("limit", limit);
            map.put("within", isWithinLimit());
        }
        return map;
    }
}
