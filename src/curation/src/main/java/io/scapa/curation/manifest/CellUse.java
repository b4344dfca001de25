package io.scapa.curation.manifest;

import io.scapa.curation.plan.Cell;

/**
 * What was taken of a cell.
 *
 * @param cell what it holds
 * @param planned tokens that the plan takes
 * @param realised tokens that whole documents gave
 */
public record CellUse(Cell cell, long planned, long realised) {}
