package io.scapa.curation.plan;

import java.util.List;

/**
 * A row of the recipe that the documents cannot fulfil.
 *
 * @param row which, such as {@code gamma}, {@code tokens}, {@code maxAlpha} or {@code source wiki}
 * @param direction {@code short} of a minimum or {@code over} a maximum
 * @param tokens by how many tokens
 * @param points by how many hundredths of the budget
 * @param explanation in words, with the numbers
 * @param help what would resolve it, each alone
 */
public record Shortage(
        String row, String direction, long tokens, double points, String explanation, List<String> help) {
    public Shortage {
        help = List.copyOf(help);
    }
}
