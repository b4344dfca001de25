package io.scapa.curation.plan;

/**
 * What relaxing one row would buy, by solving again with the row relaxed.
 *
 * @param row which row, such as {@code maxAlpha}, {@code gamma minimum} or {@code supply of eta}
 * @param change what was relaxed: {@code one point} of share, or {@code one token} of supply
 * @param tokens by how many tokens the largest feasible dataset grows
 * @param explanation in words
 */
public record ShadowPrice(String row, String change, double tokens, String explanation) {}
