package io.scapa.curation.filter;

import io.scapa.curation.Candidate;
import java.util.Map;

/** A filter over pages. Implementations are immutable. */
public interface PageFilter {
    /** Decides on a candidate. */
    Decision decide(Candidate candidate, PageText page);

    /** Makes a filter from its thresholds; those that a recipe leaves out have the paper's value. */
    @FunctionalInterface
    interface Factory {
        /** The filter with all thresholds given. */
        PageFilter with(Map<String, Double> thresholds);
    }
}
