package io.scapa.simulation.mixture;

/**
 * The probability of one collapse event by one generation.
 *
 * @param family the toy model
 * @param samples rows per generation in the toy (M)
 * @param event what counts as collapse
 * @param generation by which generation, inclusive
 * @param chains independent repetitions
 * @param collapsed how many of them collapsed
 * @param probability their share
 * @param lower of the 95% Clopper-Pearson interval
 * @param upper of the 95% Clopper-Pearson interval
 */
public record CollapseRisk(
        String family,
        int samples,
        String event,
        int generation,
        long chains,
        long collapsed,
        double probability,
        double lower,
        double upper) {}
