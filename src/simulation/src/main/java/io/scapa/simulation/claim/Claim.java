package io.scapa.simulation.claim;

/**
 * A published claim, as the verdict file states it.
 *
 * @param id its name
 * @param preset the preset that it belongs to
 * @param statement what is claimed, in one sentence
 * @param source where it was published
 * @param expected the verdict that is expected of a right engine
 */
public record Claim(String id, String preset, String statement, String source, Verdict expected) {
    /** What became of a claim. */
    public enum Verdict {
        /** The simulation bears it out. */
        HOLDS,
        /** The simulation contradicts it. */
        FAILS
    }
}
