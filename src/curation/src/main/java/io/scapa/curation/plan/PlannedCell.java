package io.scapa.curation.plan;

/**
 * How much the plan takes of a cell.
 *
 * @param cell the cell
 * @param tokens how many tokens, repetitions included
 */
public record PlannedCell(Cell cell, long tokens) {
    /** How often the cell is used through, 1 for all of it once. */
    public double epochs() {
        return cell.tokens() == 0 ? 0 : (double) tokens / cell.tokens();
    }
}
