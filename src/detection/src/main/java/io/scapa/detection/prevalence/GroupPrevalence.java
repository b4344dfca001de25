package io.scapa.detection.prevalence;

import io.scapa.statistics.prevalence.PrevalenceEstimate;
import java.util.Map;

/**
 * The synthetic share of one group.
 *
 * @param key the group's place in each dimension, by {@link Dimension#word}, in the order asked for
 * @param documents how many it holds
 * @param tokens how many tokens they have
 * @param undetermined how many of them no verdict was given on; they count with their scores
 * @param estimate the share
 */
public record GroupPrevalence(
        Map<String, String> key, long documents, long tokens, long undetermined, PrevalenceEstimate estimate) {}
