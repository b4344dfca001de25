package io.scapa.detection.watermark;

import io.scapa.provenance.Span;
import org.jspecify.annotations.Nullable;

/**
 * What one profile's test says of one token sequence.
 *
 * @param profile name of the profile
 * @param statisticName what the statistic is called: green, score or ones
 * @param scored positions that count
 * @param statistic the sum of their scores: the green count for green lists
 * @param z the sum standardised; NaN where nothing was scored
 * @param pValue exact probability of a sum at least as large in text without the mark, for this one test
 * @param logBayesFactor natural log of P(scores | marked with unknown strength) / P(scores | not marked)
 * @param tokens the tokens [from, to) where the evidence lies, or null where there is none
 * @param undetermined why no verdict can be given, or null
 */
public record WatermarkResult(
        String profile,
        String statisticName,
        int scored,
        double statistic,
        double z,
        double pValue,
        double logBayesFactor,
        @Nullable Span tokens,
        @Nullable String undetermined) {}
