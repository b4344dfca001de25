package io.scapa.simulation.mixture;

/**
 * A closed form beside the toy chain at its last generation.
 *
 * @param family the toy model
 * @param samples rows per generation in the toy (M)
 * @param observable what
 * @param theory the closed form's value
 * @param measured the mean over the chains
 * @param z their difference in standard errors
 * @param formula the closed form
 */
public record TheoryBeside(
        String family, int samples, String observable, double theory, double measured, double z, String formula) {}
