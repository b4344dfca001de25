package io.scapa.detection.evaluation;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * So many of so many texts.
 *
 * @param hits how many
 * @param of of how many, 0 or more
 */
public record Rate(int hits, int of) {
    private static final double CONFIDENCE = 0.95;

    public Rate {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException("a rate needs 0 <= hits <= of, got " + hits + " of " + of);
        }
    }

    /** How many scores lie strictly over a threshold. */
    static Rate over(double threshold, double[] scores) {
        int hits = 0;
        for (double score : scores) {
            hits += score > threshold ? 1 : 0;
        }
        return new Rate(hits, scores.length);
    }

    /** The share; NaN of none. */
    public double share() {
        return (double) hits / of;
    }

    /** The share's exact 95% limits; all of [0, 1] of none. */
    public Limits limits() {
        return of == 0 ? new Limits(0, 1) : ClopperPearson.interval(hits, of, CONFIDENCE);
    }

    /** The exact one-sided lower 99% limit. */
    public double lower99() {
        return of == 0 ? 0 : ClopperPearson.lower(hits, of, 0.99);
    }

    /** As JSON has it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("hits", hits);
        map.put("of", of);
        if (of > 0) {
            map.put("share", share());
            map.put("interval", List.of(limits().lower(), limits().upper()));
        }
        return map;
    }
}
