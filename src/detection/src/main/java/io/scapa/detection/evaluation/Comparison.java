package io.scapa.detection.evaluation;

import io.scapa.statistics.Limits;
import io.scapa.statistics.Newcombe;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How often two groups of human texts are flagged, and the difference, such as writers in their second language and in their
 * first.
 *
 * @param name of the comparison
 * @param rule as in {@link OperatingPoint}
 * @param one flagged of the first group
 * @param other flagged of the second
 * @param interval 95% limits of the first rate less the second
 */
public record Comparison(String name, String rule, Rate one, Rate other, Limits interval) {
    private static final double CONFIDENCE = 0.95;

    /**
     * Two groups to compare.
     *
     * @param name of the comparison
     * @param one values of a field, such as {@code domain} to {@code toefl_essay}
     * @param other the same for the second group
     */
    public record Groups(String name, Map.Entry<String, Set<String>> one, Map.Entry<String, Set<String>> other) {
        /** Second-language essays against essays of native writers, as the reference corpora name their domains. */
        public static Groups nonNative() {
            return new Groups(
                    "non-native against native essays",
                    Map.entry("domain", Set.of("toefl_essay")),
                    Map.entry("domain", Set.of("essay")));
        }

        /**
         * Reads {@code FIELD=VALUE+VALUE/FIELD=VALUE}.
         *
         * @throws IllegalArgumentException where it is not of that form
         */
        public static Groups parse(String text) {
            String[] sides = text.split("/", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException(
                        "expected two groups such as domain=toefl_essay/domain=essay, got " + text);
            }
            return new Groups(text, side(sides[0]), side(sides[1]));
        }

        private static Map.Entry<String, Set<String>> side(String text) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new IllegalArgumentException("expected a group such as source=a+b, got " + text);
            }
            return Map.entry(
                    text.substring(0, equals),
                    Set.copyOf(Arrays.asList(text.substring(equals + 1).split("\\+"))));
        }

        private static Predicate<JudgedText> is(Map.Entry<String, Set<String>> side) {
            return t ->
                    t.text().isNegative() && side.getValue().contains(t.text().value(side.getKey()));
        }
    }

    /** The comparison by each rule; none where a group has no human text. */
    static List<Comparison> of(Groups groups, List<JudgedText> texts, ThresholdByFold onePercent) {
        List<JudgedText> one = texts.stream().filter(Groups.is(groups.one())).toList();
        List<JudgedText> other =
                texts.stream().filter(Groups.is(groups.other())).toList();
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        return List.of(
                of(groups.name(), "model", GroupReport.flagged(one), GroupReport.flagged(other)),
                of(groups.name(), "global", onePercent.over(one), onePercent.over(other)));
    }

    private static Comparison of(String name, String rule, Rate one, Rate other) {
        return new Comparison(
                name,
                rule,
                one,
                other,
                Newcombe.difference(one.hits(), one.of(), other.hits(), other.of(), CONFIDENCE));
    }

    /** The first rate less the second. */
    public double difference() {
        return one.share() - other.share();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("rule", rule);
        map.put("one", one.toMap());
        map.put("other", other.toMap());
        map.put("difference", difference());
        map.put("interval", List.of(interval.lower(), interval.upper()));
        return map;
    }
}
