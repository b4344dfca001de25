package io.scapa.curation.plan;

import io.scapa.provenance.PoolProbabilities;

/**
 * What a cell holds after dedup.
 *
 * @param key which cell
 * @param documents how many documents
 * @param tokens how many tokens, each document once
 * @param composition mean pool probabilities, weighted by tokens
 * @param alphaUpper upper bound on the mean P(alpha) at the recipe's confidence; the mean itself where it asks for none
 * @param epochs how often its documents may be repeated, 1 or more
 */
public record Cell(
        CellKey key, long documents, long tokens, PoolProbabilities composition, double alphaUpper, int epochs) {}
