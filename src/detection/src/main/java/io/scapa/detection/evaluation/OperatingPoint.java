package io.scapa.detection.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a rule for thresholds does on a group of texts.
 *
 * @param rule {@code own} for RAID's threshold on the group's own clean humans, {@code global} for one threshold set on other texts,
 *     {@code model} for the detector's own
 * @param target the share of humans that the rule means to let over
 * @param tpr synthetic texts over it
 * @param fpr clean human texts over it
 */
public record OperatingPoint(String rule, double target, Rate tpr, Rate fpr) {
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule);
        map.put("target", target);
        map.put("tpr", tpr.toMap());
        map.put("fpr", fpr.toMap());
        if (fpr.of() > 0) {
            map.put("fprLower99", fpr.lower99());
        }
        return map;
    }
}
