package io.scapa.curation.manifest;

/**
 * What was taken of a cell.
 *
 * @param cell its name
 * @param available tokens after dedup, each document once
 * @param planned tokens that the plan takes
 * @param realised tokens that whole documents gave
 */
public record CellUse(String cell, long available, long planned, long realised) {}
