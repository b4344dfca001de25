package io.scapa.curation.plan;

import io.scapa.provenance.PoolProbabilities;

/**
 * What a cell holds after dedup.
 *
 * @param key which cell
 * @param documents how many documents
 * @param tokens how many tokens, each document once
 * @param composition mean pool probabilities, weighted by tokens
 * @param alpha what is known of its share of alpha, at the confidence of the recipe's {@code maxAlpha}
 * @param alphaBeta the same for alpha and beta together, at the confidence of {@code maxAlphaBeta}
 * @param epochs how often its documents may be repeated, 1 or more
 */
public record Cell(
        CellKey key,
        long documents,
        long tokens,
        PoolProbabilities composition,
        ShareBound alpha,
        ShareBound alphaBeta,
        int epochs) {}
